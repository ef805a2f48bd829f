import { MAX_FAIR_WISH, wishesRefusal, type FairSide } from '@ieum/domain';
import { useState } from 'react';
import { ChangeDialog } from '../../../components/change-dialog';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { useLanguage, useMessages } from '../../../lib/language';
import { refusalSentence } from '../../../lib/refusal-sentence';
import { useUser } from '../../../lib/session';
import { FAIRS_KEY, type FairDesk, type FairDetail, type FairExhibitor, type FairWish } from '../api';
import { putDeskWishes, putExhibitorWishes } from '../fair-changes';
import { isOrganiser } from '../fair-tabs';
import { deskName } from '../fair-texts';
import { fairWords } from '../messages';
import { ownDesks } from '../own-desks';
import { partyMessages } from '../party-messages';

interface Party {
  readonly side: FairSide;
  readonly id: string;
  readonly name: string;
  /** what helps to choose: what it looks for, or offers */
  readonly about: string | null;
}

export interface WishesProps {
  readonly fair: FairDetail;
  /** those that consult */
  readonly desks: readonly FairDesk[];
  /** those that are confirmed */
  readonly exhibitors: readonly FairExhibitor[];
  readonly wishes: readonly FairWish[];
}

interface WishDialogProps extends WishesProps {
  readonly onClose: () => void;
}

type Weights = Readonly<Record<string, number>>;

/** All wishes of one party at once. The organiser writes them for anybody, a side for itself. */
export function WishDialog({ fair, desks, exhibitors, wishes, onClose }: WishDialogProps) {
  const t = useMessages(partyMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const parties: readonly Party[] = [
    ...desks.map((desk): Party => ({
      side: 'desk',
      id: desk.id,
      name: deskName(desk),
      about: desk.looksFor,
    })),
    ...exhibitors.map((one): Party => ({
      side: 'exhibitor',
      id: one.id,
      name: one.supplierName,
      about: one.offers,
    })),
  ];
  const ownIds = new Set([fair.ownExhibitorId, ...ownDesks(fair, desks, useUser()).map(({ id }) => id)]);
  const own = parties.filter(({ id }) => isOrganiser(fair) || ownIds.has(id));
  const [partyId, setPartyId] = useState(own.length === 1 ? (own[0]?.id ?? '') : '');
  const [weights, setWeights] = useState<Weights>(() => weightsOf(partyId, wishes));
  const [search, setSearch] = useState('');
  const party = own.find(({ id }) => id === partyId);
  const others = party === undefined ? [] : parties.filter(({ side }) => side !== party.side);
  const shown = others.filter(({ name }) => name.includes(search.trim()));
  const chosen = others.flatMap(({ id }) => {
    const weight = weights[id] ?? 0;
    return weight > 0 ? [{ id, weight }] : [];
  });
  const refused = wishesRefusal(fair.state, chosen, new Set(others.map(({ id }) => id)));
  const put = async () => {
    const body = { wishes: chosen };
    await (party?.side === 'desk'
      ? putDeskWishes(fair.id, partyId, body)
      : putExhibitorWishes(fair.id, partyId, body));
    return t('wishSaved');
  };
  return (
    <ChangeDialog
      title={party === undefined ? t('wishEdit') : t('wishTitle', { name: party.name })}
      confirmLabel={word('save')}
      onClose={onClose}
      fault={() =>
        party === undefined ? t('wishParty') : refused === null ? null : refusalSentence(refused, language)
      }
      change={put}
      reloads={FAIRS_KEY}
    >
      {own.length > 1 && (
        <SelectField
          label={t('wishParty')}
          required
          value={partyId}
          onChange={(event) => {
            setPartyId(event.target.value);
            setWeights(weightsOf(event.target.value, wishes));
          }}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <p>{t('wishesText')}</p>
      {party !== undefined && others.length === 0 && <p className="field__hint">{t('wishNobody')}</p>}
      {others.length > 10 && (
        <TextField
          label={t('wishSearch')}
          type="search"
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {shown.map((one) => (
        <SelectField
          key={one.id}
          label={one.name}
          {...(one.about === null ? {} : { hint: one.about })}
          emptyLabel={t('wishNone')}
          value={String(weights[one.id] ?? '')}
          onChange={(event) => setWeights({ ...weights, [one.id]: Number(event.target.value) })}
          options={WEIGHTS.map((weight) => ({ value: String(weight), label: t(`wish_${weight}`) }))}
        />
      ))}
      {party !== undefined && <p role="status">{t('wishCount', { count: chosen.length })}</p>}
    </ChangeDialog>
  );
}

const WEIGHTS = ([1, 2, 3, 4, 5] as const).filter((weight) => weight <= MAX_FAIR_WISH);

/** What the party said until now, by the id of the other side. */
function weightsOf(partyId: string, wishes: readonly FairWish[]): Weights {
  return Object.fromEntries(
    wishes.flatMap(({ deskId, exhibitorId, by, weight }) => {
      if (by === 'desk' && deskId === partyId) return [[exhibitorId, weight]];
      return by === 'exhibitor' && exhibitorId === partyId ? [[deskId, weight]] : [];
    }),
  );
}
