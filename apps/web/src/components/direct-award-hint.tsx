import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { showDay } from '../lib/date-format';
import { directAwardWords } from '../lib/direct-award-messages';
import { directAwardHintQuery, type AwardHint, type AwardQuestion } from '../lib/direct-award-queries';
import { useLanguage, useMessages } from '../lib/language';
import { showKrw } from '../lib/money-format';
import { useProblemSentence } from '../lib/problem-sentences';
import { usePaused } from '../lib/use-paused';
import { DirectAwardBasis } from './direct-award-basis';
import { directAwardHintMessages } from './direct-award-hint-messages';
import { Disclosure } from './disclosure';
import { Notice, type NoticeTone } from './notice';
import { useRuleSpan } from './use-rule-span';
import './direct-award-hint.css';

interface DirectAwardHintProps {
  readonly question: AwardQuestion;
  /** true where there is room for everything that was looked at */
  readonly open?: boolean;
}

const TONE: Readonly<Record<AwardHint['verdict'], NoticeTone>> = {
  single_quote_possible: 'success',
  two_quotes: 'warning',
  unknown: 'information',
};

/** Whether one quotation may be enough, with the rule and its legal basis. Guidance: it stands in nobody's way. */
export function DirectAwardHint({ question, open = false }: DirectAwardHintProps) {
  const t = useMessages(directAwardHintMessages);
  const sentence = useProblemSentence();
  const paused = usePaused(question);
  const hint = useQuery({ ...directAwardHintQuery(paused), placeholderData: keepPreviousData });
  if (hint.isError) return <Notice tone="warning">{sentence(hint.error)}</Notice>;
  if (hint.isPending) return <p className="field__hint">{t('loading')}</p>;
  return (
    <div className="direct-award-hint stack stack--tight" aria-busy={hint.isPlaceholderData}>
      <Verdict hint={hint.data} />
      <Disclosure title={t('details')} open={open}>
        <DirectAwardBasis hint={hint.data} />
      </Disclosure>
    </div>
  );
}

function Verdict({ hint }: { readonly hint: AwardHint }) {
  const t = useMessages(directAwardHintMessages);
  const word = useMessages(directAwardWords);
  const { language } = useLanguage();
  const span = useRuleSpan();
  const { verdict, rule, limitKrw, basis } = hint;
  const price = basis.estimatedPriceKrw;
  return (
    <div role="status">
      <Notice tone={TONE[verdict]} title={word(`verdict_${verdict}`)}>
        {rule === null || limitKrw === null ? (
          <p>{t('noRule')}</p>
        ) : (
          <>
            <p>
              {price === null
                ? t('limitOnly', { limit: showKrw(limitKrw) })
                : t('comparison', { price: showKrw(price), limit: showKrw(limitKrw) })}
            </p>
            {price !== null && <p>{t('priceFrom', { basis: word(`priceBasis_${basis.priceBasis}`) })}</p>}
            <dl className="direct-award-hint__rule">
              <div>
                <dt>{t('basis', { rule: word(`class_${rule.enterpriseClass}`) })}</dt>
                <dd>{span(rule)}</dd>
              </div>
              <div>
                <dt>{t('legalBasis')}</dt>
                <dd>{rule.legalBasis}</dd>
              </div>
              <div>
                <dt>{t('verification')}</dt>
                <dd>{word(`verification_${rule.verification}`)}</dd>
              </div>
            </dl>
          </>
        )}
        {hint.notes.length > 0 && (
          <ul className="direct-award-hint__notes">
            {hint.notes.map((note) => (
              <li key={note}>{word(`note_${note}`)}</li>
            ))}
          </ul>
        )}
        <p>
          <strong>{t('notice')}</strong>{' '}
          <Link to={`/direct-award-rules?on=${basis.on}`} className="no-print">
            {t('rules')}
            <span className="visually-hidden"> ({showDay(basis.on, language)})</span>
          </Link>
        </p>
      </Notice>
    </div>
  );
}
