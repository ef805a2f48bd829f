import { exhibitorDecisionRefusal } from '@ieum/domain';
import { useState } from 'react';
import { ChangeDialog } from '../../../components/change-dialog';
import { RadioGroup } from '../../../components/radio-group';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useLanguage, useMessages } from '../../../lib/language';
import { refusalSentence } from '../../../lib/refusal-sentence';
import { FAIRS_KEY, type FairDetail, type FairExhibitor } from '../api';
import { decideExhibitor } from '../fair-changes';
import { partyMessages } from '../party-messages';

interface DecisionDialogProps {
  readonly fair: FairDetail;
  readonly exhibitor: FairExhibitor;
  readonly onClose: () => void;
}

const MAX_REASON = 500;
const MAX_BOOTH = 20;

/** Takes an application with a booth, or declines it with a reason that the enterprise reads. */
export function DecisionDialog({ fair, exhibitor, onClose }: DecisionDialogProps) {
  const t = useMessages(partyMessages);
  const { language } = useLanguage();
  const [decision, setDecision] = useState<'confirmed' | 'declined'>('confirmed');
  const [booth, setBooth] = useState(exhibitor.booth ?? '');
  const [reason, setReason] = useState('');
  const typed = reason.trim().normalize('NFC');
  const refused = exhibitorDecisionRefusal(fair.state, exhibitor.state, decision, typed);
  const decide = async () => {
    const boothText = booth.trim().normalize('NFC');
    await decideExhibitor(
      exhibitor,
      decision === 'confirmed'
        ? { decision, booth: boothText === '' ? null : boothText }
        : { decision, reason: typed },
    );
    return t('decided');
  };
  return (
    <ChangeDialog
      title={t('decideTitle', { name: exhibitor.supplierName })}
      confirmLabel={t(`decision_${decision}`)}
      danger={decision === 'declined'}
      onClose={onClose}
      fault={() => (refused === null ? null : refusalSentence(refused, language))}
      change={decide}
      reloads={FAIRS_KEY}
    >
      {exhibitor.offers !== null && <p>{`${t('offers')}: ${exhibitor.offers}`}</p>}
      <RadioGroup
        name="decision"
        label={t('decideChoice')}
        inline
        value={decision}
        onChange={(value) => setDecision(value === 'declined' ? 'declined' : 'confirmed')}
        options={(['confirmed', 'declined'] as const)
          .filter((value) => value === 'confirmed' || exhibitor.state === 'applied')
          .map((value) => ({ value, label: t(`decision_${value}`) }))}
      />
      {decision === 'confirmed' ? (
        <TextField
          label={t('booth')}
          hint={t('boothHint')}
          maxLength={MAX_BOOTH}
          value={booth}
          onChange={(event) => setBooth(event.target.value)}
        />
      ) : (
        <TextArea
          label={t('declineReason')}
          hint={t('declineReasonHint')}
          required
          maxLength={MAX_REASON}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </ChangeDialog>
  );
}
