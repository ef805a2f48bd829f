import { AWARD_CASE_KINDS, isDay, type AwardCaseKind, type Day } from '@ieum/domain';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { directAwardWords } from '../lib/direct-award-messages';
import { useMessages } from '../lib/language';
import { useSession } from '../lib/session';
import { CheckboxField } from './checkbox-field';
import { DayField } from './day-field';
import { DirectAwardHint } from './direct-award-hint';
import { directAwardHintMessages } from './direct-award-hint-messages';
import { MoneyField } from './money-field';
import { Notice } from './notice';
import { SelectField } from './select-field';

interface Asked {
  readonly amountKrw: number | null;
  readonly amountIncludesVat: boolean;
  readonly kind: AwardCaseKind;
  readonly on: Day | null;
}

/** Named as a draft: it is forgotten with them when somebody signs out. */
const STORAGE_KEY = 'ieum.draft.direct-award';
const NOTHING: Asked = { amountKrw: null, amountIncludesVat: true, kind: 'goods', on: null };

/** May I buy from this supplier with one quotation? The question is remembered from one supplier to the next. */
export function DirectAwardPanel({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(directAwardHintMessages);
  const { user } = useSession();
  const { pathname } = useLocation();
  return (
    <section className="panel stack stack--tight" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {user === null ? (
        <Notice action={<Link to={`/login?next=${encodeURIComponent(pathname)}`}>{t('signInLink')}</Link>}>
          {t('signIn')}
        </Notice>
      ) : (
        <Question supplierId={supplierId} />
      )}
    </section>
  );
}

function Question({ supplierId }: { readonly supplierId: string }) {
  const t = useMessages(directAwardHintMessages);
  const word = useMessages(directAwardWords);
  const [asked, setAsked] = useState<Asked>(remembered);
  const change = (patch: Partial<Asked>) => {
    const next = { ...asked, ...patch };
    setAsked(next);
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  };
  return (
    <>
      <p className="field__hint">{t('lead')}</p>
      <div className="form-grid no-print">
        <MoneyField
          label={t('amount')}
          value={asked.amountKrw}
          onChange={(amountKrw) => change({ amountKrw })}
        />
        <SelectField
          label={t('kind')}
          emptyLabel={null}
          value={asked.kind}
          onChange={(event) => change({ kind: kindOf(event.target.value) })}
          options={AWARD_CASE_KINDS.map((value) => ({ value, label: word(`kind_${value}`) }))}
        />
        <DayField label={t('day')} hint={t('dayHint')} value={asked.on} onChange={(on) => change({ on })} />
        <CheckboxField
          label={t('includesVat')}
          checked={asked.amountIncludesVat}
          onChange={(event) => change({ amountIncludesVat: event.target.checked })}
        />
      </div>
      <DirectAwardHint question={{ ...asked, supplierId, supplyValueKrw: null }} open />
    </>
  );
}

function kindOf(text: unknown): AwardCaseKind {
  return AWARD_CASE_KINDS.find((kind) => kind === text) ?? NOTHING.kind;
}

/** What was asked last in this tab; whatever cannot be read is not remembered. */
function remembered(): Asked {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) return NOTHING;
    const { amountKrw, amountIncludesVat, kind, on }: Partial<Record<keyof Asked, unknown>> = value;
    return {
      amountKrw: typeof amountKrw === 'number' && Number.isSafeInteger(amountKrw) ? amountKrw : null,
      amountIncludesVat: amountIncludesVat !== false,
      kind: kindOf(kind),
      on: typeof on === 'string' && isDay(on) ? on : null,
    };
  } catch {
    return NOTHING;
  }
}
