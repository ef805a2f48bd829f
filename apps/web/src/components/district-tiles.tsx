import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SEOUL_TILES } from '../lib/seoul-tiles';
import './district-tiles.css';

const TILE_LEVELS = ['none', 'low', 'middle', 'high', 'over'] as const;
export type TileLevel = (typeof TILE_LEVELS)[number];

export interface DistrictTile {
  /** administrative code; a code outside Seoul has no tile */
  readonly code: string;
  readonly name: string;
  readonly figure: ReactNode;
  /** a second line below the figure */
  readonly note?: ReactNode;
  readonly level: TileLevel;
  /** where the tile leads */
  readonly to?: string | null;
  /** what pressing it does, where it leads nowhere */
  readonly onPress?: () => void;
  readonly chosen?: boolean;
}

interface DistrictTilesProps {
  readonly tiles: readonly DistrictTile[];
  /** what each shade means; a level that is left out does not occur */
  readonly legend: Readonly<Partial<Record<TileLevel, string>>>;
  readonly hint?: string;
}

/** Seoul's districts as tiles where they lie. Each says its figure in words: the shade only repeats it. */
export function DistrictTiles({ tiles, legend, hint }: DistrictTilesProps) {
  return (
    <>
      {hint !== undefined && <p className="district-tiles__hint">{hint}</p>}
      <ul className="district-tiles__legend">
        {TILE_LEVELS.filter((level) => legend[level] !== undefined).map((level) => (
          <li key={level}>
            <span className={`district-tiles__mark district-tile--${level}`} aria-hidden="true" />
            {legend[level]}
          </li>
        ))}
      </ul>
      <ol className="district-tiles">
        {tiles.map((tile) => {
          const place = SEOUL_TILES[tile.code];
          if (place === undefined) return null;
          const chosen = tile.chosen ? ' district-tile--chosen' : '';
          return (
            <li
              key={tile.code}
              className={`district-tile district-tile--${tile.level}${chosen}`}
              style={{ gridRow: place[0], gridColumn: place[1] }}
            >
              <TileContent tile={tile} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** A tile that does something is pressed as a whole; one that leads somewhere has its link spread over it. */
function TileContent({ tile }: { readonly tile: DistrictTile }) {
  const { name, figure, note, to, onPress, chosen = false } = tile;
  const figures = (
    <>
      <span className="district-tile__figure">{figure}</span>
      {note !== undefined && <span>{note}</span>}
    </>
  );
  if (onPress !== undefined) {
    return (
      <button type="button" className="district-tile__press" aria-pressed={chosen} onClick={onPress}>
        <span className="district-tile__name">{name}</span> {figures}
      </button>
    );
  }
  return (
    <>
      {to ? (
        <Link className="district-tile__name" to={to}>
          {name}
        </Link>
      ) : (
        <span className="district-tile__name">{name}</span>
      )}
      {figures}
    </>
  );
}
