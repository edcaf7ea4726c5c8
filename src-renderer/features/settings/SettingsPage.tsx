// Settings of this person on this machine. What the team shares is in close-call.yml.

import { STEP_KEYS, STEPS, type TimeBoxes, totalMinutes } from '@core/session/steps';
import { PAPERS, THEMES } from '@core/settings/settings';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/fields';
import { MinutesField } from '../../ui/MinutesField';
import page from '../../ui/page.module.css';
import { CaptureKeys } from './CaptureKeys';
import styles from './SettingsPage.module.css';

const THEME_NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' };
const PAPER_NAMES = { locale: 'As usual where I am', A4: 'A4', Letter: 'Letter' };
const BOX_NAMES: Record<keyof TimeBoxes, string> = {
  opening: 'Opening and thanks',
  ...(Object.fromEntries(STEPS.map((step) => [step.key, step.name])) as Record<
    (typeof STEP_KEYS)[number],
    string
  >),
};

export default function SettingsPage() {
  const settings = useStore((state) => state.settings);
  const library = useStore((state) => state.library);
  const change = useStore((state) => state.changeSettings);
  const version = useStore((state) => state.app?.version ?? '');
  const shared = library?.config.boxes;
  const boxes = settings.boxes ?? shared;
  return (
    <main className={`${page.page} ${styles.settings}`}>
      <h1>Settings</h1>
      <p className={page.lead}>
        For you, on this machine. What the team shares (services, scales, bands, time boxes) is in
        close-call.yml in the library’s folder.
      </p>
      <section aria-labelledby="look">
        <h2 id="look">Look</h2>
        <Choice
          label="Theme"
          words={THEMES}
          name={(theme) => THEME_NAMES[theme]}
          value={settings.theme}
          onChange={(theme) => theme && void change({ theme })}
        />
      </section>
      <CaptureKeys />
      <section aria-labelledby="export">
        <h2 id="export">Export</h2>
        <Choice
          label="Paper for PDF"
          words={PAPERS}
          name={(paper) => PAPER_NAMES[paper]}
          value={settings.paper}
          onChange={(paper) => paper && void change({ paper })}
        />
      </section>
      {boxes && (
        <section aria-labelledby="boxes">
          <h2 id="boxes">Time boxes</h2>
          <p className={styles.says}>
            {totalMinutes(boxes)} minutes in all.{' '}
            {settings.boxes ? 'These are your own.' : 'These are the library’s.'}
          </p>
          <div className={styles.boxes}>
            {(['opening', ...STEP_KEYS] as const).map((key) => (
              <MinutesField
                key={key}
                label={BOX_NAMES[key]}
                min={1}
                max={600}
                value={boxes[key]}
                onCommit={(minutes) => void change({ boxes: { ...boxes, [key]: minutes } })}
              />
            ))}
          </div>
          {settings.boxes && (
            <Button onClick={() => void change({ boxes: null })}>Use the library’s again</Button>
          )}
        </section>
      )}
      {library && library.config.problems.length > 0 && (
        <section aria-labelledby="problems">
          <h2 id="problems">close-call.yml</h2>
          <ul>
            {library.config.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.version}>Close Call {version}</p>
    </main>
  );
}
