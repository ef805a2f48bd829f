import { Link } from 'react-router';
import { FactList } from '../../components/fact-list';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';
import { moneyMessages, showKrw } from '../../lib/money-format';
import type { MatchDetail } from './api';
import { matchMessages } from './messages';

export function MatchFacts({ match }: { readonly match: MatchDetail }) {
  const t = useMessages(matchMessages);
  const word = useMessages(matchWords);
  const { language } = useLanguage();
  const money = (krw: number | null) =>
    krw === null ? null : `${showKrw(krw)} ${moneyMessages[language].won}`;
  return (
    <section className="panel stack stack--tight" aria-labelledby="match-facts">
      <h2 id="match-facts">{t('facts')}</h2>
      <FactList
        facts={[
          {
            label: t('institution'),
            value: [match.institutionName, match.departmentName].filter(Boolean).join(' '),
          },
          { label: t('adviser'), value: match.adviserName },
          { label: t('identifiedOn'), value: showDay(match.identifiedOn, language) },
          ...(match.fairId === null
            ? []
            : [
                {
                  label: t('begunAt'),
                  value: <Link to={`/fairs/${match.fairId}`}>{t('meetingAtFair')}</Link>,
                },
              ]),
          {
            label: t('supportKinds'),
            value: match.supportKinds.map((kind) => word(`kind_${kind}`)).join(', '),
          },
          { label: t('estimated'), value: money(match.estimatedValueKrw) },
          { label: t('contractValue'), value: money(match.contractKrw) },
          ...(match.award === null
            ? []
            : [
                { label: t('award'), value: word(`award_${match.award}`) },
                { label: t('winners'), value: match.winnerNames.join(', ') },
              ]),
          ...(match.lostReason === null
            ? []
            : [{ label: t('lostReason'), value: word(`lost_${match.lostReason}`) }]),
          { label: t('classification'), value: match.classificationCode },
          { label: t('note'), value: match.note },
        ]}
      />
    </section>
  );
}
