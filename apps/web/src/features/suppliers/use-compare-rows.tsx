import type { Day } from '@ieum/domain';
import type { ReactNode } from 'react';
import { CertificateBadge } from '../../components/certificate-badge';
import { DaysLeft } from '../../components/days-left';
import { Skeleton } from '../../components/skeleton';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { showDay } from '../../lib/date-format';
import { directAwardWords } from '../../lib/direct-award-messages';
import type { AwardHint } from '../../lib/direct-award-queries';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { usePriceText } from '../../lib/price-text';
import { districtName } from '../../lib/seoul-tiles';
import { supplierWords } from '../../lib/supplier-messages';
import {
  differs,
  latestConfirmation,
  matchedItems,
  shortestLead,
  validCertificates,
  type Compared,
} from './compare-rows';
import { MarkedText } from './marked-text';
import { pageMessages } from './page-messages';
import { Employment, RecordShown } from './supplier-facts';

interface CompareFacts {
  readonly compared: readonly Compared[];
  readonly day: Day;
  readonly q: string;
  readonly words: readonly string[];
  readonly asksHint: boolean;
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly ReactNode[];
  readonly differs: boolean;
}

/** The properties in the order in which an officer asks for them: may I, what does it cost, is it good, is it fresh. */
export function useCompareRows({ compared, day, q, words, asksHint }: CompareFacts): readonly CompareRow[] {
  const t = useMessages(pageMessages);
  const word = useMessages(supplierWords);
  const { language } = useLanguage();
  /** @param key what two suppliers have to share to be alike in this; null = not known yet */
  const row = (
    name: string,
    label: string,
    cell: (one: Compared) => ReactNode,
    key: (one: Compared) => string | null,
  ): CompareRow => ({ key: name, label, cells: compared.map(cell), differs: differs(compared.map(key)) });
  const leadText = (days: number | null) =>
    days === null ? '–' : days === 0 ? word('leadTimeSameDay') : word('leadTimeDays', { days });
  const stateText = ({ supplier: { closedOn } }: Compared) =>
    closedOn === null ? t('open') : t('closedOn', { day: showDay(closedOn, language) });
  const placeText = ({ supplier }: Compared) =>
    supplier.address ?? districtName(supplier.districtCode, language) ?? t('districtMissing');

  return [
    row(
      'certificates',
      t('validCertificates', { day: showDay(day, language) }),
      (one) => <Certificates compared={one} day={day} />,
      ({ supplier }) =>
        validCertificates(supplier, day)
          .map(({ type }) => type)
          .sort()
          .join(' '),
    ),
    row(
      'items',
      q === '' ? t('itemsAll') : t('itemsMatched', { q }),
      (one) => <Items compared={one} words={words} />,
      ({ items }) =>
        items === null
          ? null
          : matchedItems(items, words)
              .shown.map(({ priceKrw }) => String(priceKrw))
              .join(' '),
    ),
    row(
      'lead',
      t('shortestLead'),
      ({ items }) =>
        items === null ? <Skeleton /> : leadText(shortestLead(matchedItems(items, words).shown)),
      ({ items }) => (items === null ? null : String(shortestLead(matchedItems(items, words).shown))),
    ),
    ...(asksHint
      ? [
          row(
            'hint',
            t('awardHint'),
            ({ hint }) => <Hint hint={hint} />,
            ({ hint }) => hint?.verdict ?? null,
          ),
        ]
      : []),
    row('place', t('district'), placeText, ({ supplier }) => supplier.districtCode ?? ''),
    row(
      'record',
      t('record'),
      ({ supplier }) => <RecordShown supplier={supplier} />,
      ({ supplier }) => `${supplier.purchaseCount} ${supplier.buyerCount}`,
    ),
    row(
      'employment',
      t('employment'),
      ({ supplier }) => <Employment supplier={supplier} />,
      ({ supplier }) => String(supplier.vulnerableEmploymentBp),
    ),
    row(
      'business',
      t('businessSummary'),
      ({ supplier }) => supplier.businessSummary ?? '–',
      ({ supplier }) => supplier.businessSummary ?? '',
    ),
    row(
      'freshness',
      t('freshness'),
      ({ items }) => (items === null ? <Skeleton /> : showDay(latestConfirmation(items), language)),
      ({ items }) => (items === null ? null : String(latestConfirmation(items))),
    ),
    row('state', t('state'), stateText, stateText),
  ];
}

const VERDICT_TONE: Readonly<Record<AwardHint['verdict'], BadgeTone>> = {
  single_quote_possible: 'success',
  two_quotes: 'warning',
  unknown: 'neutral',
};

/** The verdict with its limit; the rule and what was looked at stand on the supplier's own page. */
function Hint({ hint }: { readonly hint: AwardHint | null }) {
  const t = useMessages(pageMessages);
  const word = useMessages(directAwardWords);
  if (hint === null) return <Skeleton />;
  return (
    <>
      <StateBadge tone={VERDICT_TONE[hint.verdict]} label={word(`verdict_${hint.verdict}`)} />
      {hint.limitKrw !== null && (
        <span className="compare-table__price">{t('awardLimit', { limit: showKrw(hint.limitKrw) })}</span>
      )}
      <span className="compare-table__price">{t('awardNotice')}</span>
    </>
  );
}

function Certificates({ compared: { supplier }, day }: { readonly compared: Compared; readonly day: Day }) {
  const t = useMessages(pageMessages);
  const valid = validCertificates(supplier, day);
  if (valid.length === 0) return t('validNone');
  return (
    <ul className="compare-table__list">
      {valid.map((one) => (
        <li key={one.id}>
          <CertificateBadge certification={one} withType />{' '}
          <DaysLeft validUntil={one.validUntil} asOf={day} />
        </li>
      ))}
    </ul>
  );
}

function Items({
  compared: { items },
  words,
}: {
  readonly compared: Compared;
  readonly words: readonly string[];
}) {
  const t = useMessages(pageMessages);
  const { priceText } = usePriceText();
  if (items === null) return <Skeleton height="4rem" />;
  const { shown, rest } = matchedItems(items, words);
  if (shown.length === 0) return t('itemsNone');
  return (
    <ul className="compare-table__list">
      {shown.map((item) => (
        <li key={item.id}>
          <MarkedText text={item.name} words={words} />
          <span className="compare-table__price">{priceText(item)}</span>
        </li>
      ))}
      {rest > 0 && <li>{t('itemsRest', { count: rest })}</li>}
    </ul>
  );
}
