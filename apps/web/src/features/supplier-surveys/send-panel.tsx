import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { AreaField } from '../../components/area-field';
import { Button } from '../../components/button';
import { ComboBoxField, type ComboOption } from '../../components/combo-box-field';
import { FormActions } from '../../components/form';
import { Notice } from '../../components/notice';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { chooseSuppliers } from '../../lib/supplier-choice';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useManyAreas } from '../../lib/use-many-areas';
import { sendSurveys, SURVEYS_KEY } from './api';
import { surveyMessages } from './messages';

const MOST_AT_ONCE = 100;

/** Enterprises are searched and gathered one by one, and asked together. Not a dialog: the search opens a list of its own. */
export function SendPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(surveyMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const idempotency = useIdempotencyKey();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const asksArea = useManyAreas();
  const [areaId, setAreaId] = useState('');
  const [chosen, setChosen] = useState<readonly ComboOption[]>([]);
  // A new field after each choice, so that the next name can be typed at once.
  const [turn, setTurn] = useState(0);
  const search = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) search.current?.querySelector('input')?.focus();
  }, [turn]);
  const add = (option: ComboOption | null) => {
    if (option === null) return;
    setTurn(turn + 1);
    if (chosen.length >= MOST_AT_ONCE || chosen.some(({ id }) => id === option.id)) return;
    setChosen([...chosen, option]);
  };
  const fault = () => {
    if (asksArea && areaId === '') return t('areaMissing');
    return chosen.length === 0 ? t('supplierMissing') : null;
  };
  const send = async () => {
    const wrong = fault();
    setRefused(wrong);
    if (wrong !== null) return;
    setBusy(true);
    const body = { areaId: areaId === '' ? null : areaId, supplierIds: chosen.map(({ id }) => id) };
    try {
      const { items, alreadyAskedIds } = await sendSurveys(body, idempotency.headersFor(body));
      const [count, skipped] = [items.length, alreadyAskedIds.length];
      say(skipped === 0 ? t('sent', { count }) : t('sentExcept', { count, skipped }));
      onClose();
    } catch (error) {
      setRefused(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: SURVEYS_KEY });
  };
  return (
    <section className="panel stack stack--tight" aria-labelledby="send-surveys">
      <h2 id="send-surveys">{t('sendTitle')}</h2>
      {refused !== null && (
        <Notice tone="danger" live>
          {refused}
        </Notice>
      )}
      <p>{t('sendText')}</p>
      {asksArea && <AreaField label={t('area')} required value={areaId} onChange={setAreaId} />}
      <div ref={search}>
        <ComboBoxField
          key={turn}
          searchKey="asked-suppliers"
          search={chooseSuppliers}
          label={t('supplier')}
          hint={t('supplierHint')}
          value={null}
          onChange={add}
        />
      </div>
      <p role="status">{chosen.length === 0 ? t('chosenNone') : t('chosen', { count: chosen.length })}</p>
      <ul className="stack stack--tight">
        {chosen.map(({ id, label }) => (
          <li key={id} className="cluster cluster--spread">
            <span>{label}</span>
            <Button
              variant="text"
              size="small"
              icon="close"
              onClick={() => setChosen(chosen.filter((one) => one.id !== id))}
            >
              {t('remove', { name: label })}
            </Button>
          </li>
        ))}
      </ul>
      <FormActions>
        <Button busy={busy} onClick={() => void send()}>
          {t('send')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('close')}
        </Button>
      </FormActions>
    </section>
  );
}
