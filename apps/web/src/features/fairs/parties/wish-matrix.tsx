import { useId } from 'react';
import { useMessages } from '../../../lib/language';
import type { FairDesk, FairExhibitor } from '../api';
import { deskName } from '../fair-texts';
import { partyMessages } from '../party-messages';
import { sumOf, type WishPair } from './wish-pairs';
import './wish-matrix.css';

interface WishMatrixProps {
  readonly desks: readonly FairDesk[];
  readonly exhibitors: readonly FairExhibitor[];
  readonly pairs: readonly WishPair[];
}

/** More cells than this nobody reads; the table below has every pair in any case. */
const MAX_CELLS = 2500;
/** Five shades for sums of 1 to 10; the numbers stand in the cell. */
const SHADES = 5;

/** Desks down, enterprises across; what the desk wants, then what the enterprise wants. */
export function WishMatrix({ desks, exhibitors, pairs }: WishMatrixProps) {
  const t = useMessages(partyMessages);
  const titleId = useId();
  const asked = exhibitors.filter(({ id }) => pairs.some(({ exhibitorId }) => exhibitorId === id));
  if (desks.length * asked.length > MAX_CELLS) return null;
  const pairOf = new Map(pairs.map((pair) => [pair.key, pair]));
  return (
    <figure className="panel stack stack--tight" aria-labelledby={titleId}>
      <figcaption id={titleId}>
        <strong>{t('matrix')}</strong> {t('matrixText')}
      </figcaption>
      <div className="wish-matrix" role="region" aria-labelledby={titleId} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('wishesDesk')}</th>
              {asked.map((one) => (
                <th key={one.id} scope="col">
                  {one.supplierName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {desks.map((desk) => (
              <tr key={desk.id}>
                <th scope="row">{deskName(desk)}</th>
                {asked.map((one) => (
                  <MatrixCell key={one.id} pair={pairOf.get(`${desk.id} ${one.id}`)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function MatrixCell({ pair }: { readonly pair: WishPair | undefined }) {
  const t = useMessages(partyMessages);
  if (pair === undefined)
    return (
      <td>
        <span className="visually-hidden">{t('matrixNone')}</span>
      </td>
    );
  const shade = Math.ceil((sumOf(pair) / 10) * SHADES);
  return <td className={`wish-matrix__cell--${shade}`}>{`${pair.byDesk} + ${pair.byExhibitor}`}</td>;
}
