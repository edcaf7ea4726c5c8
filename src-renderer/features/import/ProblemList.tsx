// What cannot be imported, each with where it stands and why. Rows of a table can be taken along, to
// be put right and imported again.

import { type Table, type TableRow, writeTable } from '@core/import/csv';
import type { ImportProblem } from '@core/import/entries';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ImportPage.module.css';
import { rows as inWords } from './import-words';

export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-labelledby="import-problems">
      <h2 id="import-problems">Cannot be imported</h2>
      <ul>
        {problems.map(({ id, from, reason }) => (
          <li key={id}>
            <b>{from}</b>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {byTable(problems).map(([table, rows]) => (
        <CopyRows key={rows[0]?.line} table={table} rows={rows} />
      ))}
    </section>
  );
}

function CopyRows({ table, rows }: { table: Table; rows: readonly TableRow[] }) {
  const { say, complain } = useStore.getState();
  const copy = async () => {
    try {
      await client.call('import:copy-rows', { text: writeTable(table, rows) });
      say(
        `Copied ${inWords(rows.length)} with the names of the columns. What a spreadsheet would run has an apostrophe before it.`,
      );
    } catch (error) {
      complain(error);
    }
  };
  return <Button onClick={() => void copy()}>Copy {inWords(rows.length)}</Button>;
}

function byTable(problems: readonly ImportProblem[]): [Table, TableRow[]][] {
  const tables = new Map<Table, TableRow[]>();
  for (const { row } of problems) {
    if (row) tables.set(row.table, [...(tables.get(row.table) ?? []), row.row]);
  }
  return [...tables];
}
