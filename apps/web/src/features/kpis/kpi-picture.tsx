import { PictureOrTable } from '../../components/picture-or-table';
import { useMessages } from '../../lib/language';
import type { KpiBoard, KpiProgramme } from './api';
import { boardRows } from './board-view';
import { KpiAverages } from './kpi-averages';
import { KpiRateCell } from './kpi-rate-cell';
import { kpiMessages } from './messages';
import type { ShowFigure } from './use-kpi-figure';

interface KpiPictureProps {
  readonly board: KpiBoard;
  readonly figure: ShowFigure;
}

/** The rates alone, a picture for each programme. */
export function KpiPicture({ board, figure }: KpiPictureProps) {
  return (
    <div className="stack">
      {board.programmes.map((programme) => (
        <ProgrammePicture key={programme.name} programme={programme} figure={figure} />
      ))}
    </div>
  );
}

function ProgrammePicture({
  programme,
  figure,
}: {
  readonly programme: KpiProgramme;
  readonly figure: ShowFigure;
}) {
  const t = useMessages(kpiMessages);
  return (
    <section className="panel stack stack--tight" aria-label={programme.name}>
      <PictureOrTable
        pictureOnly
        title={programme.name}
        note={t('pictureNote')}
        head={[]}
        rows={[]}
        picture={
          <ul className="kpi-picture">
            {boardRows(programme).map(({ kpi, pair }) => (
              <li key={kpi.id} className={pair === null ? undefined : `kpi-pair kpi-pair--${pair}`}>
                <div className="kpi-picture__head">
                  <strong>{kpi.item}</strong>
                  <span>
                    {kpi.qualityState === null && `${figure(kpi.actual, kpi)} / ${figure(kpi.target, kpi)}`}
                  </span>
                </div>
                <KpiRateCell kpi={kpi} figure={figure} />
              </li>
            ))}
          </ul>
        }
      />
      <KpiAverages of={programme} />
    </section>
  );
}
