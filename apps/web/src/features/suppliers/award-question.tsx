import { AWARD_CASE_KINDS, type AwardCaseKind } from '@ieum/domain';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { directAwardWords } from '../../lib/direct-award-messages';
import { useMessages } from '../../lib/language';
import { pageMessages } from './page-messages';

interface AwardQuestionProps {
  readonly amountKrw: number | null;
  readonly kind: AwardCaseKind;
  readonly onChange: (patch: { readonly amount?: string; readonly kind?: string }) => void;
}

/** For which amount and kind of contract the suppliers are compared; the hint of each follows from it. */
export function AwardQuestion({ amountKrw, kind, onChange }: AwardQuestionProps) {
  const t = useMessages(pageMessages);
  const word = useMessages(directAwardWords);
  return (
    <>
      <MoneyField
        label={t('awardAmount')}
        hint={t('awardAmountHint')}
        value={amountKrw}
        onChange={(next) => onChange({ amount: next === null ? '' : String(next) })}
      />
      <SelectField
        label={t('awardKind')}
        emptyLabel={null}
        value={kind}
        onChange={(event) => onChange({ kind: event.target.value })}
        options={AWARD_CASE_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
      />
    </>
  );
}

export function amountOf(text: string): number | null {
  return /^\d{1,13}$/.test(text) ? Number(text) : null;
}

export function kindOf(text: string): AwardCaseKind {
  return AWARD_CASE_KINDS.find((kind) => kind === text) ?? 'goods';
}
