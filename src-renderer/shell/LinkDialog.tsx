// A link opens only after this question, which shows where it goes.

import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './LinkDialog.module.css';

export default function LinkDialog() {
  const link = useStore((state) => state.link);
  const askLink = useStore((state) => state.askLink);
  const openLink = useStore((state) => state.openLink);
  return (
    <Dialog
      open={link !== null}
      onClose={() => askLink(null)}
      title="Open this link?"
      lead="It opens outside Close Call, in your own browser or mail program."
      width="narrow"
    >
      <p className={styles.href}>{link}</p>
      <div className={styles.foot}>
        <Button onClick={() => askLink(null)}>Stay here</Button>
        <Button look="primary" onClick={() => void openLink()}>
          Open the link
        </Button>
      </div>
    </Dialog>
  );
}
