// Why an action stands where it stands: the product to see, and the whole arithmetic when it is
// pointed at or has the focus. Screen readers hear it as the description, whether it is shown or
// not.

import { Tooltip } from '@base-ui/react/tooltip';
import { useId } from 'react';
import styles from './Rank.module.css';

interface Props {
  product: number;
  arithmetic: string;
  /** The id of what it is about. */
  about: string;
}

export function Rank({ product, arithmetic, about }: Props) {
  const own = useId();
  const why = useId();
  return (
    <>
      <Tooltip.Root>
        <Tooltip.Trigger
          id={own}
          className={styles.rank}
          aria-label={product > 0 ? `${product}, why here` : 'Not triaged, why here'}
          aria-labelledby={`${own} ${about}`}
          aria-describedby={why}
        >
          {product > 0 ? product : '–'}
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Positioner side="left" sideOffset={8}>
            <Tooltip.Popup className={styles.popup} aria-hidden="true">
              {arithmetic}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      </Tooltip.Root>
      <span id={why} className="visually-hidden">
        {arithmetic}
      </span>
    </>
  );
}
