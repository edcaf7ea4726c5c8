// Below the read-out: whoever leads exports and ends the session.

import type { Status } from '@core/record/model';
import { useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { ExportMenu } from '../export/ExportMenu';
import type { RecordOutline } from '../record/outline';
import styles from './ReadOutFoot.module.css';
import { StepFoot } from './StepFoot';

export function ReadOutFoot({ view, status }: { view: RecordOutline; status: Status }) {
  const { finishSession } = useStore.getState();
  const leads = useStore((state) => state.role === 'main');
  const [finishing, setFinishing] = useState(false);
  const finish = async () => {
    setFinishing(true);
    await finishSession(status);
    setFinishing(false);
  };
  const end = leads ? (
    <>
      <ExportMenu keys={[view.key]} />
      <Button
        look="primary"
        className={styles.finish}
        disabled={finishing}
        onClick={() => void finish()}
      >
        Finish session
      </Button>
    </>
  ) : null;
  return <StepFoot stage="read-out" end={end} />;
}
