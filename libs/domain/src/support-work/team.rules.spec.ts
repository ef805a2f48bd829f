import { describe, expect, it } from '@jest/globals';
import {
  teamChangeRefusal,
  teamEndRefusal,
  teamFigures,
  teamMemberRefusal,
  teamTargetsRefusal,
} from './team.rules';

describe('the figures of a team', () => {
  const actuals = { consultations: 50, visits: 144, enterprise_register: 52, institution_register: 60 };
  const targets = { consultations: 50, visits: 150, enterprise_register: 50, institution_register: 50 };

  it('of 강동: visits are the only metric below target, with 96.00 %', () => {
    const figures = teamFigures(actuals, targets);
    expect(figures.map(({ rate }) => rate.display)).toEqual(['100.00', '96.00', '104.00', '120.00']);
    expect(figures.filter((one) => one.isBelowTarget).map(({ metric }) => metric)).toEqual(['visits']);
  });

  it('show no rate where there is no target', () => {
    const [consultations] = teamFigures(actuals, {});
    expect(consultations).toMatchObject({ target: null, actual: 50, isBelowTarget: false });
    expect(consultations?.rate).toMatchObject({ percent: null, display: null });
  });
});

describe('a team', () => {
  it('ends today or before, once, and stays as it is then', () => {
    expect(teamEndRefusal(null, '2017-06-15', '2017-06-15')).toBeNull();
    expect(teamEndRefusal(null, '2017-06-16', '2017-06-15')?.code).toBe('SUPPORT_TEAM_INVALID');
    expect(teamEndRefusal('2017-06-01', '2017-06-15', '2017-06-15')?.code).toBe('SUPPORT_TEAM_STATE');
    expect(teamChangeRefusal('2017-06-01')?.code).toBe('SUPPORT_TEAM_STATE');
    expect(teamChangeRefusal(null)).toBeNull();
  });

  it('takes advisers of its area who belong to no other', () => {
    const adviser = { isAdviser: true, isAssignedToArea: true, otherTeamName: null };
    expect(teamMemberRefusal(adviser)).toBeNull();
    expect(teamMemberRefusal({ ...adviser, isAdviser: false })?.code).toBe('SUPPORT_TEAM_INVALID');
    expect(teamMemberRefusal({ ...adviser, isAssignedToArea: false })?.code).toBe('SUPPORT_TEAM_INVALID');
    expect(teamMemberRefusal({ ...adviser, otherTeamName: '노원' })).toEqual({
      code: 'SUPPORT_TEAM_MEMBER_TAKEN',
      details: { team: '노원' },
    });
  });

  it('has one target a metric', () => {
    expect(teamTargetsRefusal([{ metric: 'visits' }, { metric: 'consultations' }])).toBeNull();
    expect(teamTargetsRefusal([{ metric: 'visits' }, { metric: 'visits' }])?.code).toBe(
      'SUPPORT_TEAM_INVALID',
    );
  });
});
