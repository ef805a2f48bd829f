import { daysBetween, type Day } from '@ieum/domain';
import { useMessages } from '../lib/language';
import { supplierWords } from '../lib/supplier-messages';
import './days-left.css';

interface DaysLeftProps {
  /** last valid day; null = no limit */
  readonly validUntil: Day | null;
  readonly asOf: Day;
}

/** How long a certificate still holds after the day; the last day itself counts as holding. Nothing once it is over. */
export function DaysLeft({ validUntil, asOf }: DaysLeftProps) {
  const word = useMessages(supplierWords);
  if (validUntil === null) return <span className="days-left">{word('noLimit')}</span>;
  const days = daysBetween(asOf, validUntil);
  if (days < 0) return null;
  return <span className="days-left">{days === 0 ? word('lastDay') : word('daysLeft', { days })}</span>;
}
