// The facts of a near miss: when, where, who raised it, what kind, what it was about.

import { isDateOrTime } from '@core/dates';
import { STATUS_NAMES } from '@core/library/status-names';
import { FOUND_IN, IMPACTS, RECORD_KINDS, type RecordFields, STATUSES } from '@core/record/model';
import { Choice, Select, TextField } from '../../ui/fields';
import { TokenField } from '../../ui/TokenField';
import { useWords } from '../library/use-words';
import styles from './FactsEditor.module.css';

interface Props {
  fields: RecordFields;
  onChange: (part: Partial<RecordFields>) => void;
}

export function FactsEditor({ fields, onChange }: Props) {
  const { services, themes } = useWords();
  return (
    <div className={styles.facts}>
      <Select
        label="Status"
        empty="Not said"
        words={STATUSES}
        name={(status) => STATUS_NAMES[status]}
        value={fields.status}
        onChange={(status) => onChange({ status })}
      />
      <TextField
        label="When it occurred"
        hint={
          fields.occurred === '' || isDateOrTime(fields.occurred)
            ? 'a date or a time'
            : 'no date such as 2026-11-20: kept as it is'
        }
        value={fields.occurred}
        onChange={(occurred) => onChange({ occurred })}
      />
      <TextField
        label="Reported by"
        hint="empty when told in confidence"
        value={fields.reporter}
        onChange={(reporter) => onChange({ reporter })}
      />
      <Select
        label="Found in"
        empty="Not said"
        words={FOUND_IN}
        value={fields.foundIn}
        onChange={(foundIn) => onChange({ foundIn })}
      />
      <Select
        label="Kind"
        empty="Not said"
        words={RECORD_KINDS}
        value={fields.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label="Would customers have felt it"
        size="small"
        words={IMPACTS}
        value={fields.customerImpact}
        onChange={(customerImpact) => onChange({ customerImpact })}
      />
      <div className={styles.wide}>
        <TokenField
          label="Services"
          values={fields.services}
          suggestions={services}
          onChange={(values) => onChange({ services: values })}
        />
      </div>
      <div className={styles.wide}>
        <TokenField
          label="Themes"
          values={fields.themes}
          suggestions={themes}
          onChange={(values) => onChange({ themes: values })}
        />
      </div>
    </div>
  );
}
