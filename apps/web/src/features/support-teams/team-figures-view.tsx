import { BulletBar } from '../../components/bullet-bar';
import { Legend, PictureOrTable } from '../../components/picture-or-table';
import { useMessages } from '../../lib/language';
import type { TeamFigure, TeamFigures } from './api';
import { teamMessages } from './messages';

/** Target and actual of each metric in bars, or as a table of the same figures; what is below target is also said. */
export function TeamFiguresView({ figures }: { readonly figures: TeamFigures }) {
  const t = useMessages(teamMessages);
  const { metrics } = figures;
  const nameOf = ({ metric }: TeamFigure) => t(`metric_${metric}`);
  const below = metrics.filter((one) => one.isBelowTarget).map(nameOf);
  const hasTargets = metrics.some(({ target }) => target !== null);
  return (
    <>
      <PictureOrTable
        title={t('figures', { year: String(figures.year) })}
        note={t('figuresNote')}
        legend={
          <Legend
            items={[
              { mark: 'actual', label: t('actual') },
              { mark: 'over', label: t('overTarget') },
              { mark: 'target', label: t('target') },
            ]}
          />
        }
        picture={
          <div className="stack">
            {metrics.map((one) => (
              <BulletBar
                key={one.metric}
                label={nameOf(one)}
                rate={{
                  numeratorKrw: one.rate.numerator,
                  denominatorKrw: one.rate.denominator,
                  percent: one.rate.percent,
                  display: one.rate.display,
                }}
                unit="counts"
              />
            ))}
          </div>
        }
        head={[t('metric'), t('target'), t('actual'), t('rate')]}
        rows={metrics.map((one) => [
          nameOf(one),
          one.target?.toLocaleString('ko-KR') ?? t('noTarget'),
          one.actual.toLocaleString('ko-KR'),
          one.rate.display === null ? '–' : `${one.rate.display}%`,
        ])}
      />
      {hasTargets && (
        <p>{below.length === 0 ? t('belowNone') : t('belowList', { list: below.join(', ') })}</p>
      )}
    </>
  );
}
