import type { ShortlistChoice } from '@ieum/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../lib/language';
import { useProblemSentence } from '../lib/problem-sentences';
import { useShortlistChoice } from '../lib/use-shortlist-choice';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { RadioGroup } from './radio-group';
import { shortlistButtonMessages } from './shortlist-messages';
import { TextField } from './text-field';
import { useToast } from './toast';

interface ShortlistDialogProps {
  /** of the enterprise or the item */
  readonly name: string;
  readonly choice: ShortlistChoice;
  /** why the press did not succeed; null = it only asks */
  readonly failure: unknown;
  readonly onClose: () => void;
}

const NEW = 'new';

/** On which list should it go, and on which is it already? */
export function ShortlistDialog({ name, choice, failure, onClose }: ShortlistDialogProps) {
  const t = useMessages(shortlistButtonMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const { lists, listsWith, add } = useShortlistChoice();
  const present = listsWith(choice);
  const others = lists.filter((list) => !present.includes(list));
  const [chosen, setChosen] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(failure);
  const target = chosen ?? others[0]?.id ?? NEW;
  const newTitle = title.trim().normalize('NFC');

  const confirm = async () => {
    setTried(true);
    const list = others.find((one) => one.id === target);
    if (list === undefined && newTitle === '') return;
    setBusy(true);
    setFault(null);
    try {
      say(t('added', { title: await add(choice, list ?? { newTitle }) }));
      onClose();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { name })}
      actions={
        <Button busy={busy} onClick={() => void confirm()}>
          {t('add')}
        </Button>
      }
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {sentence(fault)}
          </Notice>
        )}
        {present.length > 0 && (
          <Notice title={t('already')}>
            <ul>
              {present.map((list) => (
                <li key={list.id}>
                  <Link to={`/shortlists/${list.id}`} aria-label={t('open', { title: list.title })}>
                    {list.title}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <RadioGroup
          name="shortlist"
          label={t('which')}
          value={target}
          onChange={setChosen}
          options={[
            ...others.map((list) => ({
              value: list.id,
              label: list.title,
              hint: t('entryCount', { count: list.entryCount }),
            })),
            { value: NEW, label: t('newList') },
          ]}
        />
        {target === NEW && (
          <TextField
            label={t('newTitle')}
            required
            maxLength={100}
            value={title}
            error={tried && newTitle === '' ? t('titleRequired') : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
