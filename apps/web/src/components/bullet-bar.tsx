import type { MoneyUnit } from '@ieum/domain';
import { Link } from 'react-router';
import { useLanguage, useMessages } from '../lib/language';
import { showKrw } from '../lib/money-format';
import { rateFormula, showRate, type ShownRate } from '../lib/rate-format';
import { BulletTrack } from './bullet-track';
import { FormulaTip } from './formula-tip';
import { componentMessages } from './messages';
import './bullet-bar.css';

interface BulletBarProps {
  readonly label: string;
  /** numerator = actual, denominator = target */
  readonly rate: ShownRate;
  /** expected by today; null = not known */
  readonly paceKrw?: number | null;
  /** counts: numbers of things, not won */
  readonly unit: MoneyUnit | 'counts';
  /** the rows behind the figure */
  readonly to?: string;
}

/** Actual against target and pace in one bar. Without a target it says so in words and draws no scale. */
export function BulletBar({ label, rate, paceKrw = null, unit, to }: BulletBarProps) {
  const t = useMessages(componentMessages);
  const { language } = useLanguage();
  const { numeratorKrw: actual, denominatorKrw: target } = rate;
  const hasTarget = target !== null && target > 0 && rate.percent !== null;
  const formula = rateFormula(rate, language, unit === 'counts' ? unit : 'won');
  const show = (value: number) => showKrw(value, unit === 'counts' ? 'won' : unit);
  const words = [
    `${t('actual')} ${show(actual)}`,
    hasTarget ? `${t('target')} ${show(target)}` : t('noTarget'),
    paceKrw === null ? null : `${t('pace')} ${show(paceKrw)}`,
  ].filter((part) => part !== null);
  return (
    <div className="bullet-bar">
      <div className="bullet-bar__head">
        <span className="bullet-bar__label">{to ? <Link to={to}>{label}</Link> : label}</span>
        <span className="bullet-bar__rate">
          {showRate(rate, language)}
          {formula && <FormulaTip label={label} formula={formula} />}
        </span>
      </div>
      <BulletTrack
        label={`${label}: ${words.join(', ')}`}
        actual={actual}
        target={hasTarget ? target : null}
        pace={paceKrw}
      />
      <p className="bullet-bar__words">{words.join(' · ')}</p>
    </div>
  );
}
