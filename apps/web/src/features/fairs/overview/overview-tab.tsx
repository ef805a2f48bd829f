import { useState } from 'react';
import { Button } from '../../../components/button';
import { FactList } from '../../../components/fact-list';
import { LinkButton } from '../../../components/link-button';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { isOrganiser, type FairTabProps } from '../fair-tabs';
import { fairDays } from '../fair-texts';
import { fairWords } from '../messages';
import { organiserMessages } from '../organiser-messages';
import { EditFairDialog } from './edit-fair-dialog';
import { SlotsPanel } from './slots-panel';
import { StateStepper } from './state-stepper';

/** Where the fair stands and what comes next, what it is, and its slots. */
export function OverviewTab({ fair }: FairTabProps) {
  return (
    <div className="stack">
      <StateStepper fair={fair} />
      <Facts fair={fair} />
      <SlotsPanel fair={fair} />
    </div>
  );
}

function Facts({ fair }: FairTabProps) {
  const t = useMessages(organiserMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const count = (value: number | null) => (value === null ? null : value.toLocaleString('ko-KR'));
  const recorded = [
    { label: t('visitors'), value: count(fair.visitors) },
    { label: t('recordedEnterprises'), value: count(fair.recordedEnterprises) },
    { label: t('recordedDesks'), value: count(fair.recordedDesks) },
    { label: t('recordedConsultations'), value: count(fair.recordedConsultations) },
  ].filter(({ value }) => value !== null);
  return (
    <section className="panel stack stack--tight" aria-labelledby="fair-facts">
      <div className="cluster cluster--spread">
        <h2 id="fair-facts">{t('facts')}</h2>
        <div className="cluster no-print">
          {fair.state !== 'planned' && (
            <LinkButton variant="secondary" size="small" to={`/open-fairs/${fair.id}`}>
              {t('publicPage')}
            </LinkButton>
          )}
          {isOrganiser(fair) && (
            <Button variant="secondary" size="small" icon="edit" onClick={() => setEditing(true)}>
              {word('edit')}
            </Button>
          )}
        </div>
      </div>
      <FactList
        facts={[
          { label: t('host'), value: fair.hostName },
          { label: t('days'), value: fairDays(fair, language) },
          { label: t('venue'), value: fair.venue },
          {
            label: t('applicationsCloseOn'),
            value: fair.applicationsCloseOn === null ? null : showDay(fair.applicationsCloseOn, language),
          },
          { label: t('description'), value: fair.description },
          { label: t('holdDays'), value: t('daysOf', { count: fair.holdDays }) },
          { label: t('offerMinutes'), value: t('minutesOf', { count: fair.offerMinutes }) },
          { label: t('noShowMinutes'), value: t('minutesOf', { count: fair.noShowMinutes }) },
          ...recorded,
        ]}
      />
      {editing && <EditFairDialog fair={fair} onClose={() => setEditing(false)} />}
    </section>
  );
}
