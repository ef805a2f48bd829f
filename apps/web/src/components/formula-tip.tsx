import { useId, useState } from 'react';
import { useMessages } from '../lib/language';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './formula-tip.css';

interface FormulaTipProps {
  /** what the figure is called, for the button's name */
  readonly label: string;
  readonly formula: string;
}

/** How a figure came about: on hover, on focus and on a touch; Esc puts it away (WCAG 1.4.13). */
export function FormulaTip({ label, formula }: FormulaTipProps) {
  const t = useMessages(componentMessages);
  const [shown, setShown] = useState(false);
  const tipId = useId();
  return (
    <span
      className="formula-tip"
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
    >
      <button
        type="button"
        className="formula-tip__button"
        aria-describedby={tipId}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onClick={() => setShown(true)}
        onKeyDown={(event) => event.key === 'Escape' && setShown(false)}
      >
        <Icon name="info" size={16} />
        <span className="visually-hidden">{`${label} ${t('formula')}`}</span>
      </button>
      <span role="tooltip" id={tipId} className={shown ? 'formula-tip__text' : 'visually-hidden'}>
        {formula}
      </span>
    </span>
  );
}
