import { chainColumns } from '@ieum/domain';
import { Link } from 'react-router';
import { PictureOrTable } from '../../components/picture-or-table';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { ChainStep } from './api';
import { ChainLines } from './chain-lines';
import { chainMessages } from './messages';
import { useStepLink } from './use-step-link';
import { useStepWords } from './use-step-words';
import './chain-picture.css';

interface ChainPictureProps {
  readonly steps: readonly ChainStep[];
  /** key of the step that the reader came from */
  readonly here: string;
}

/** The steps joined by lines, and the same as a table. */
export function ChainPicture({ steps, here }: ChainPictureProps) {
  const t = useMessages(chainMessages);
  const { language } = useLanguage();
  const words = useStepWords();
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const before = (step: ChainStep) =>
    step.after
      .flatMap((key) => byKey.get(key) ?? [])
      .map((one) => [words.kind(one), words.subject(one)].filter(Boolean).join(' '))
      .join(', ');
  return (
    <PictureOrTable
      title={t('picture', { count: steps.length })}
      picture={
        <div className="chain">
          <div className="chain__frame">
            <ChainLines steps={steps} />
            {chainColumns(steps).map((column) => (
              <ol key={column[0]?.key} className="chain__column">
                {column.map((step) => (
                  <StepCard key={step.key} step={step} isHere={step.key === here} />
                ))}
              </ol>
            ))}
          </div>
        </div>
      }
      head={[
        t('step'),
        t('day'),
        t('state'),
        t('subject'),
        t('place'),
        t('suppliers'),
        t('amount'),
        t('after'),
      ]}
      rows={steps.map((step) => [
        words.kind(step),
        showDay(step.day, language),
        words.state(step),
        words.subject(step) ?? '–',
        words.place(step) || '–',
        step.supplierNames.join(', ') || '–',
        showKrw(step.amountKrw),
        before(step) || '–',
      ])}
    />
  );
}

function StepCard({ step, isHere }: { readonly step: ChainStep; readonly isHere: boolean }) {
  const { language } = useLanguage();
  const words = useStepWords();
  const link = useStepLink()(step);
  const subject = words.subject(step);
  const lines = [
    words.place(step),
    step.supplierNames.join(', '),
    words.met(step),
    words.amount(step),
    words.achievement(step),
  ].filter((one) => one !== null && one !== '');
  return (
    <li
      className={`chain__step chain__step--${step.kind}`}
      data-step={step.key}
      aria-current={isHere ? 'step' : undefined}
    >
      <p className="chain__kind">
        <strong>{words.kind(step)}</strong>
        <span>{showDay(step.day, language)}</span>
      </p>
      {subject !== null && <p>{link === undefined ? subject : <Link to={link}>{subject}</Link>}</p>}
      <p className="chain__state">{words.state(step)}</p>
      {lines.map((one) => (
        <p key={one} className="chain__detail">
          {one}
        </p>
      ))}
      {step.stages.length > 0 && (
        <ul className="chain__stages">
          {step.stages.map(({ stage, day }, index) => (
            <li key={index}>{`${words.stage(stage)} ${showDay(day, language)}`}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
