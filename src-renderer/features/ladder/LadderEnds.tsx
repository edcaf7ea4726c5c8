// The two ends of the ladder: what set it off, and what it would have done.

import type { RecordFields } from '@core/record/model';
import { TextField } from '../../ui/fields';

interface Props {
  fields: Pick<RecordFields, 'trigger' | 'harm'>;
  onChange: (part: Partial<Pick<RecordFields, 'trigger' | 'harm'>>) => void;
  only?: 'trigger' | 'harm';
}

export function LadderEnds({ fields, onChange, only }: Props) {
  return (
    <>
      {only !== 'harm' && (
        <TextField
          label="Trigger"
          hint="what set it off"
          value={fields.trigger}
          onChange={(trigger) => onChange({ trigger })}
        />
      )}
      {only !== 'trigger' && (
        <TextField
          label="Harm"
          hint="what it would have done"
          value={fields.harm}
          onChange={(harm) => onChange({ harm })}
        />
      )}
    </>
  );
}
