import { exhibitorWishRefusal, wishesRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { useMessages } from '../../../lib/language';
import { fairDesksQuery, fairWishesQuery, type FairDetail, type FairExhibitor } from '../api';
import { deskName } from '../fair-texts';
import { WishDialog } from '../parties/wish-dialog';
import { isThere } from '../parties/wish-pairs';
import { partyMessages } from '../party-messages';
import { myFairMessages } from './my-fair-messages';

interface OwnWishesProps {
  readonly fair: FairDetail;
  readonly exhibitor: FairExhibitor;
}

/** The desks that the enterprise wants to meet; until booking opens. */
export function OwnWishes({ fair, exhibitor }: OwnWishesProps) {
  const t = useMessages(myFairMessages);
  const party = useMessages(partyMessages);
  const desks = useQuery(fairDesksQuery(fair.id));
  const wishes = useQuery(fairWishesQuery(fair.id));
  const [isEditing, setEditing] = useState(false);
  const mayWish =
    wishesRefusal(fair.state, [], new Set()) === null && exhibitorWishRefusal(exhibitor.state) === null;
  const there = (desks.data?.items ?? []).filter(isThere);
  const chosen = (wishes.data?.items ?? [])
    .filter((one) => one.by === 'exhibitor' && one.exhibitorId === exhibitor.id)
    .sort((one, other) => other.weight - one.weight)
    .flatMap((one) => {
      const desk = there.find(({ id }) => id === one.deskId);
      return desk === undefined ? [] : [{ ...one, name: deskName(desk) }];
    });
  if (!mayWish && chosen.length === 0) return null;
  return (
    <section className="panel stack stack--tight" aria-labelledby="own-wishes">
      <h2 id="own-wishes">{t('wishes')}</h2>
      <p>{t('wishesText')}</p>
      <p className="field__hint">
        {chosen.length === 0 ? t('wishesNone') : t('wishesChosen', { count: chosen.length })}
      </p>
      <ul className="stack stack--tight">
        {chosen.map(({ deskId, name, weight }) => (
          <li key={deskId} className="cluster">
            <strong>{name}</strong>
            <span>{party(`wish_${weightWord(weight)}`)}</span>
          </li>
        ))}
      </ul>
      {mayWish && desks.data !== undefined && wishes.data !== undefined && (
        <div className="no-print">
          <Button variant="secondary" icon="edit" onClick={() => setEditing(true)}>
            {t('wishesEdit')}
          </Button>
        </div>
      )}
      {isEditing && (
        <WishDialog
          fair={fair}
          desks={there}
          exhibitors={[exhibitor]}
          wishes={wishes.data?.items ?? []}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}

const WORDS = [1, 2, 3, 4, 5] as const;

const weightWord = (weight: number) => WORDS.find((word) => word === weight) ?? 1;
