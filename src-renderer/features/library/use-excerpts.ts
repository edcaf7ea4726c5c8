// The texts of the near miss that is picked out: asked for when it is, and again when its row has
// changed. What was read stays in sight until the new answer is there, if it is of the same record.

import type { Excerpts, RecordSummary } from '@core/library/listing';
import { emptySections } from '@core/record/model';
import { startTransition, useEffect, useState } from 'react';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';

const NONE: Excerpts = emptySections();

export function useExcerpts(record: RecordSummary | undefined): Excerpts {
  const [read, setRead] = useState<{ key: string; excerpts: Excerpts } | null>(null);
  useEffect(() => {
    if (!record) return;
    let isWanted = true;
    client.call('library:excerpts', { key: record.key }).then((excerpts) => {
      if (!isWanted) return;
      // Long texts take a while to be drawn: whatever is done meanwhile comes first.
      startTransition(() => setRead({ key: record.key, excerpts: excerpts ?? NONE }));
    }, useStore.getState().complain);
    return () => {
      isWanted = false;
    };
  }, [record]);
  return read && read.key === record?.key ? read.excerpts : NONE;
}
