import { checkInRefusal } from '@ieum/domain';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { PrintButton } from '../../../components/print-button';
import { StateBadge } from '../../../components/state-badge';
import { today } from '../../../lib/date-format';
import { useMessages } from '../../../lib/language';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import type { FairDetail, FairExhibitorDetail } from '../api';
import { checkIn } from '../booking-changes';
import { useBookingStep } from '../timetable/use-booking-step';
import { myFairMessages } from './my-fair-messages';

interface CodeCardProps {
  readonly fair: FairDetail;
  readonly detail: FairExhibitorDetail;
}

/** What the enterprise shows at the door; on the day it may also say itself that it has come. */
export function CodeCard({ fair, detail }: CodeCardProps) {
  const t = useMessages(myFairMessages);
  const key = useIdempotencyKey();
  const { busy, refused, run } = useBookingStep(fair.id);
  const { checkInCode: code, state, isCheckedIn, supplierName, booth } = detail;
  const isToday = checkInRefusal(fair, state, { day: today(), isByStaff: false }, today()) === null;
  const say = async (own: string) => {
    if (await run(() => checkIn(fair.id, own, key.headersFor(own)), t('codeDone'))) key.renew();
  };
  return (
    <section className="panel stack stack--tight" aria-labelledby="own-code">
      <div className="cluster cluster--spread">
        <h2 id="own-code">{t('code')}</h2>
        {code !== null && <PrintButton />}
      </div>
      {code === null || state !== 'confirmed' ? (
        <p className="field__hint">{t('codeLater')}</p>
      ) : (
        <div className="fair-code">
          <p>{[fair.name, supplierName, booth].filter(Boolean).join(' · ')}</p>
          <p className="fair-code__letters">{code}</p>
          <p className="field__hint">{t('codeText')}</p>
        </div>
      )}
      {refused !== null && (
        <Notice tone="danger" live>
          {refused.sentence}
        </Notice>
      )}
      {isToday && isCheckedIn && (
        <div>
          <StateBadge tone="success" label={t('codeCame')} />
        </div>
      )}
      {isToday && !isCheckedIn && code !== null && (
        <div className="no-print">
          <Button icon="check" busy={busy} onClick={() => void say(code)}>
            {t('codeHere')}
          </Button>
        </div>
      )}
    </section>
  );
}
