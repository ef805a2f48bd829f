import { describe, expect, it } from '@jest/globals';
import type { Schema } from '@ieum/api-client';
import { answeredLately, dueVisits, overdueRequests, pressingRequests } from './home-queries';

function visit(id: string, visitedOn: string, nextStepOn: string | null = null): Schema<'VisitDto'> {
  return {
    id,
    areaId: 'a',
    areaName: '강북구',
    teamId: null,
    adviserId: 'u',
    adviserName: '정전문위원',
    visitedOn,
    state: nextStepOn === null ? 'planned' : 'done',
    visiteeKind: 'education',
    visiteeName: '미양초등학교',
    institutionId: 'i',
    departmentId: null,
    departmentName: null,
    supplierId: null,
    organisationName: null,
    purpose: 'sales',
    metRole: null,
    result: null,
    nextStep: null,
    nextStepOn,
    cancelReason: null,
    note: null,
    needCount: 0,
    version: 1,
  };
}

function request(
  id: string,
  answerBy: string | null,
  answeredAt: string | null,
): Schema<'SupplierRequestDto'> {
  return {
    id,
    institutionId: 'i',
    institutionName: '강북구',
    departmentId: null,
    departmentName: null,
    matchId: 'm',
    answerBy,
    supplierId: 's',
    supplierName: '노란들판',
    catalogueItemId: null,
    itemName: null,
    title: '현수막',
    message: '',
    quantity: null,
    neededOn: null,
    state: answeredAt === null ? 'sent' : 'answered',
    answer: null,
    declineReason: null,
    quotedAmountKrw: null,
    quotedIncludesVat: null,
    createdAt: '2026-11-01T00:00:00Z',
    answeredAt,
    withdrawnAt: null,
    version: 1,
  };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('what waits for an adviser', () => {
  it('is a planned visit by its day and a next step by the day that was promised, the oldest first', () => {
    const due = dueVisits([visit('plan', '2026-11-30')], [visit('step', '2026-10-01', '2026-11-29')]);
    expect(due.map((one) => [one.visit.id, one.dueOn, one.isStep])).toEqual([
      ['step', '2026-11-29', true],
      ['plan', '2026-11-30', false],
    ]);
  });

  it('is a request whose last day is over; the last day itself is in time', () => {
    const sent = [
      request('on', '2026-11-30', null),
      request('late', '2026-11-29', null),
      request('no', null, null),
    ];
    expect(idsOf(overdueRequests(sent, '2026-11-30'))).toEqual(['late']);
    expect(idsOf(pressingRequests(sent, '2026-11-30'))).toEqual(['on']);
  });

  it('is an answer of the last two weeks, by Korean days', () => {
    const answered = [
      request('old', null, '2026-11-15T14:59:00Z'),
      request('edge', null, '2026-11-15T15:01:00Z'),
      request('new', null, '2026-11-29T01:00:00Z'),
    ];
    expect(idsOf(answeredLately(answered, '2026-11-30'))).toEqual(['new', 'edge']);
  });
});
