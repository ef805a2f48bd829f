import { describe, expect, it } from '@jest/globals';
import { emptyVisit, isVisitValues, needTitlesOf, visitOf, wrongVisitField } from './visit-values';

const TODAY = '2017-05-10';
const empty = emptyVisit({ visitee: 'institution', purpose: 'sales' }, TODAY, 'done');
const school = { ...empty, institutionId: 'school', institutionName: '원당초등학교' };

describe('the form of a visit', () => {
  it('sends whom was chosen, whatever stands in the fields of the others', () => {
    const typed = { ...school, supplierId: 'press', organisationName: '네트워크', areaId: 'gangdong' };
    expect(visitOf(typed)).toMatchObject({
      institutionId: 'school',
      supplierId: null,
      organisationName: null,
      areaId: null,
    });
    expect(visitOf({ ...typed, visitee: 'organisation' })).toMatchObject({
      institutionId: null,
      organisationName: '네트워크',
      areaId: 'gangdong',
    });
  });

  it('takes one need a line, as people write lists', () => {
    expect(needTitlesOf('청소용품\n - 현수막\n\n• 책상 ')).toEqual(['청소용품', '현수막', '책상']);
    expect(visitOf({ ...school, needs: '청소용품' }).needs).toEqual([{ title: '청소용품' }]);
    expect(visitOf({ ...school, state: 'planned', needs: '청소용품', result: '가' })).toMatchObject({
      needs: [],
      result: null,
    });
  });

  it('says beforehand what the server would refuse', () => {
    expect(wrongVisitField(empty, TODAY)).toBe('visitee');
    expect(wrongVisitField(school, TODAY)).toBeNull();
    expect(wrongVisitField({ ...school, visitedOn: '2017-05-11' }, TODAY)).toBe('visitedOn');
    expect(wrongVisitField({ ...school, state: 'planned', visitedOn: '2017-05-09' }, TODAY)).toBe(
      'visitedOn',
    );
    expect(wrongVisitField({ ...school, nextStepOn: '2017-05-20' }, TODAY)).toBe('nextStep');
    expect(wrongVisitField({ ...school, needs: '1\n2\n3\n4\n5\n6' }, TODAY)).toBe('needs');
  });

  it('reads back a draft of its own, and nothing else', () => {
    expect(isVisitValues(JSON.parse(JSON.stringify(school)))).toBe(true);
    expect(isVisitValues({ ...school, purpose: 'holiday' })).toBe(false);
    expect(isVisitValues(null)).toBe(false);
  });
});
