// The title, as long as it needs to be; a line end in it is a space.

import styles from './RecordPage.module.css';

interface Props {
  value: string;
  readOnly: boolean;
  onChange: (title: string) => void;
}

export function TitleField({ value, readOnly, onChange }: Props) {
  return (
    <textarea
      className={styles.title}
      aria-label="Title"
      rows={1}
      value={value}
      readOnly={readOnly}
      placeholder="Without a title"
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
    />
  );
}
