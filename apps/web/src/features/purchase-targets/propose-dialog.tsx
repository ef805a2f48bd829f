import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { useToast } from '../../components/toast';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { proposeTargets } from './api';
import { targetMessages } from './messages';

interface ProposeDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly cycleId: string;
}

export function ProposeDialog({ open, onClose, cycleId }: ProposeDialogProps) {
  const t = useMessages(targetMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [way, setWay] = useState('keep');
  const sending = useMutation({
    mutationFn: () => proposeTargets(cycleId, way === 'overwrite'),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: CYCLES_KEY });
      say(t('proposed'));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => sending.mutate()}
      busy={sending.isPending}
      title={t('proposeTitle')}
      confirmLabel={t('propose')}
    >
      <div className="stack stack--tight">
        {sending.error && (
          <Notice tone="danger" live>
            {sentence(sending.error)}
          </Notice>
        )}
        <p>{t('proposeText')}</p>
        <RadioGroup
          name="propose-way"
          label={t('proposeChoice')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'keep', label: t('proposeKeep'), hint: t('proposeKeepHint') },
            { value: 'overwrite', label: t('proposeOverwrite'), hint: t('proposeOverwriteHint') },
          ]}
        />
      </div>
    </ConfirmDialog>
  );
}
