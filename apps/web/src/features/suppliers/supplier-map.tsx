import { useQuery } from '@tanstack/react-query';
import { DistrictTiles } from '../../components/district-tiles';
import { LoadFailed } from '../../components/load-failed';
import { PictureOrTable } from '../../components/picture-or-table';
import { Skeleton } from '../../components/skeleton';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName, SEOUL_DISTRICTS, SEOUL_TILES } from '../../lib/seoul-tiles';
import { searchCountsQuery, type FoundSuppliers, type SupplierQuestion } from './search-api';
import { toggled, type ChangeSearch } from './search-filters';
import { searchMessages } from './search-messages';
import { countBounds, countLevel } from './map-levels';

interface SupplierMapProps {
  readonly question: SupplierQuestion;
  readonly onChange: ChangeSearch;
}

/** How many suppliers of the same search each district has; pressing a district narrows the search to it. */
export function SupplierMap({ question, onChange }: SupplierMapProps) {
  const t = useMessages(searchMessages);
  const { district = [], ...anywhere } = question;
  const counts = useQuery(searchCountsQuery(anywhere, true));
  if (counts.isPending) return <Skeleton height="32rem" />;
  if (counts.isError) return <LoadFailed error={counts.error} onRetry={() => void counts.refetch()} />;
  return (
    <section className="panel" aria-label={t('map')}>
      <Picture
        answer={counts.data}
        chosen={district}
        onPress={(code) => onChange({ district: toggled(district, code) })}
      />
    </section>
  );
}

interface PictureProps {
  readonly answer: FoundSuppliers;
  readonly chosen: readonly string[];
  readonly onPress: (code: string) => void;
}

function Picture({ answer, chosen, onPress }: PictureProps) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const found = new Map(answer.facets?.district.map(({ value, count }) => [value, count]));
  const countOf = (code: string) => found.get(code) ?? 0;
  const nameOf = (code: string) => districtName(code, language) ?? code;
  const bounds = countBounds(Math.max(0, ...SEOUL_DISTRICTS.map(countOf)));
  const elsewhere = [...found].reduce((sum, [code, count]) => sum + (code in SEOUL_TILES ? 0 : count), 0);
  const placed = [...found.values()].reduce((sum, count) => sum + count, 0);
  // Who has no district stands in the total alone; above the limit of counting nobody knows how many that are.
  const unplaced = answer.totalIsExact && answer.facetsAreExact ? answer.total - placed : 0;
  const beside = [
    ...(elsewhere > 0 ? [t('mapElsewhere', { count: elsewhere })] : []),
    ...(unplaced > 0 ? [t('mapUnplaced', { count: unplaced })] : []),
    ...(answer.facetsAreExact ? [] : [t('facetApproximate', { count: answer.total })]),
  ];
  return (
    <PictureOrTable
      title={t('mapTitle')}
      note={beside.join(' · ')}
      head={[t('mapDistrict'), t('mapSuppliers')]}
      rows={[
        ...[...SEOUL_DISTRICTS]
          .sort((one, other) => countOf(other) - countOf(one))
          .map((code) => [nameOf(code), countOf(code).toLocaleString('ko-KR')]),
        ...(elsewhere > 0
          ? [[t('mapElsewhere', { count: elsewhere }), elsewhere.toLocaleString('ko-KR')]]
          : []),
        ...(unplaced > 0 ? [[t('mapUnplaced', { count: unplaced }), unplaced.toLocaleString('ko-KR')]] : []),
      ]}
      picture={
        <DistrictTiles
          hint={t('mapHint')}
          legend={{
            none: t('mapNone'),
            ...Object.fromEntries(
              bounds.map(({ level, from, to }) => [
                level,
                to === null
                  ? t('mapRangeFrom', { from })
                  : from === to
                    ? t('mapOne', { from })
                    : t('mapRange', { from, to }),
              ]),
            ),
          }}
          tiles={SEOUL_DISTRICTS.map((code) => ({
            code,
            // On the map everything is a -gu, and there is no room to say so.
            name: nameOf(code).replace(/-gu$/, ''),
            figure: t('mapCount', { count: countOf(code) }),
            level: countLevel(countOf(code), bounds),
            chosen: chosen.includes(code),
            onPress: () => onPress(code),
          }))}
        />
      }
    />
  );
}
