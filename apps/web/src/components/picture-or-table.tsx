import { useId, useState, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Button } from './button';
import { componentMessages } from './messages';
import './picture-or-table.css';

interface PictureOrTableProps {
  readonly title: string;
  /** unit and as-of date */
  readonly note?: ReactNode;
  /** what the colours and marks mean */
  readonly legend?: ReactNode;
  readonly picture: ReactNode;
  readonly head: readonly string[];
  /** first cell names the row; the rest are figures */
  readonly rows: readonly (readonly ReactNode[])[];
  /** true where the page has a table of the same data already */
  readonly pictureOnly?: boolean;
}

/** A picture with a table of the same data behind one button. On paper both are printed. */
export function PictureOrTable(props: PictureOrTableProps) {
  const { title, note, legend, picture, head, rows, pictureOnly = false } = props;
  const t = useMessages(componentMessages);
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  return (
    <figure className="picture" aria-labelledby={titleId}>
      <div className="picture__head">
        <figcaption id={titleId}>
          {title}
          {note && <span className="picture__note">{note}</span>}
        </figcaption>
        {!pictureOnly && (
          <Button variant="text" size="small" className="no-print" onClick={() => setAsTable(!asTable)}>
            {asTable ? t('showPicture') : t('showTable')}
          </Button>
        )}
      </div>
      {asTable ? (
        <div className="picture__scroll" role="region" aria-labelledby={titleId} tabIndex={0}>
          <table className="picture__table">
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, index) => (
                <tr key={index}>
                  {cells.map((cell, place) =>
                    place === 0 ? (
                      <th key={place} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={place}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          {legend}
          {picture}
        </>
      )}
    </figure>
  );
}

interface LegendProps {
  readonly items: readonly {
    readonly mark: 'actual' | 'over' | 'second' | 'target' | 'pace';
    readonly label: string;
  }[];
}

export function Legend({ items }: LegendProps) {
  return (
    <ul className="picture__legend">
      {items.map((item) => (
        <li key={item.mark}>
          <span className={`picture__mark picture__mark--${item.mark}`} aria-hidden="true" />
          {item.label}
        </li>
      ))}
    </ul>
  );
}
