import { marketDayRefusal, MAX_MARKET_PARTICIPANTS } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { CHANNELS_KEY, changeMarketDay, type MarketDay } from './api';
import { channelMessages } from './messages';

type Participant = MarketDay['participants'][number];
const NOBODY: Participant = { supplierId: null, supplierName: '', salesKrw: null };

interface ParticipantsDialogProps {
  readonly day: MarketDay;
  readonly onClose: () => void;
}

/** Who sold on a market day, and for how much where it is known; saved as a whole. */
export function ParticipantsDialog({ day, onClose }: ParticipantsDialogProps) {
  const t = useMessages(channelMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly Participant[]>(
    day.participants.length === 0 ? [NOBODY] : day.participants,
  );
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const named = rows.filter((row) => row.supplierName.trim() !== '');
  const refused = marketDayRefusal({ today: today(), ...day, participants: named });
  const set = (place: number, patch: Partial<Participant>) =>
    setRows(rows.map((row, index) => (index === place ? { ...row, ...patch } : row)));

  const save = async () => {
    setTried(true);
    if (refused !== null) return;
    setBusy(true);
    setFault(null);
    try {
      await changeMarketDay(day.id, day.version, { participants: named });
      say(t('saved'));
      await client.invalidateQueries({ queryKey: CHANNELS_KEY });
      onClose();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('participantsTitle', { name: day.name })}
      actions={
        <Button busy={busy} onClick={() => void save()}>
          {t('save')}
        </Button>
      }
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {sentence(fault)}
          </Notice>
        )}
        {tried && refused !== null && (
          <Notice tone="danger" live>
            {t('checkThis')}
          </Notice>
        )}
        {rows.map((row, index) => (
          <div className="form-grid" key={index}>
            <TextField
              label={t('supplierName')}
              maxLength={100}
              value={row.supplierName}
              onChange={(event) => set(index, { supplierName: event.target.value, supplierId: null })}
            />
            <MoneyField
              label={t('sales')}
              value={row.salesKrw}
              onChange={(salesKrw) => set(index, { salesKrw })}
            />
            <div>
              <Button variant="text" onClick={() => setRows(rows.filter((_, place) => place !== index))}>
                {t('removeParticipant')}
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button
            variant="text"
            disabled={rows.length >= MAX_MARKET_PARTICIPANTS}
            onClick={() => setRows([...rows, NOBODY])}
          >
            {t('addParticipant')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
