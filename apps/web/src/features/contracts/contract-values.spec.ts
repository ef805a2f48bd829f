import { describe, expect, it } from '@jest/globals';
import type { ContractMatch } from './api';
import { valuesOfMatch } from './contract-values';

const match: ContractMatch = {
  id: 'm1',
  areaId: 'a1',
  institutionId: 'i1',
  institutionName: '강북구',
  departmentId: 'd1',
  departmentName: '일자리지원과',
  title: '현수막',
  classificationCode: null,
  estimatedValueKrw: 300_000,
  contractKrw: null,
  contractCount: 0,
  supportKinds: [],
  stage: 'selected',
  lostReason: null,
  award: 'single',
  identifiedOn: '2017-11-30',
  adviserId: 'u1',
  adviserName: '전문위원',
  teamId: null,
  fairId: null,
  fairBookingId: null,
  candidateCount: 1,
  winnerNames: ['노란들판'],
  note: null,
  createdAt: '2017-11-30T03:00:00.000Z',
  version: 1,
  candidates: [],
  needs: [],
};

describe('a new contract', () => {
  it('comes of its match, or of the fair at which that began', () => {
    expect(valuesOfMatch(null).source).toBe('direct');
    expect(valuesOfMatch(match).source).toBe('match');
    expect(valuesOfMatch({ ...match, fairId: 'f1', fairBookingId: 'b1' }).source).toBe('fair');
  });
});
