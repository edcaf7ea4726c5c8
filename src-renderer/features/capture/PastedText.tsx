// A section that is only there when something was pasted into it: nothing that will be saved is
// out of sight. It stays while it is being edited, even when the last letter is gone.

import { useState } from 'react';
import { TextArea } from '../../ui/fields';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function PastedText({ label, value, onChange }: Props) {
  const [editing, setEditing] = useState(false);
  if (value === '' && !editing) return null;
  return (
    <TextArea
      label={label}
      value={value}
      onChange={onChange}
      onFocus={() => setEditing(true)}
      onBlur={() => setEditing(false)}
    />
  );
}
