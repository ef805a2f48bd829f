import { DayField, TextField } from '../../../common/fields';
import type { PersonalMark } from '../../../common/personal-data';

/** Of the enterprise that the row means; of none while nobody has found it in the register. */
const REPRESENTATIVE: PersonalMark = { what: 'representative', kind: 'supplier', of: 'supplierId' };

/** The same where facts stand one by one, by their names. */
export const REPRESENTATIVE_AMONG_FACTS: PersonalMark = {
  ...REPRESENTATIVE,
  when: { property: 'field', is: ['representative'] },
};

/** A row of the official list as the register keeps it. */
export class ListEntryDto {
  @TextField({ max: 100, example: '(주)노란들판' }) name: string;
  @TextField({ max: 10, nullable: true, example: '0001234560' }) businessNumber: string | null;
  @TextField({ max: 60, nullable: true, example: '홍길동', personal: REPRESENTATIVE })
  representative: string | null;
  @TextField({ max: 200, nullable: true, example: '서울특별시 강북구 도봉로 1' }) address: string | null;
  @TextField({ max: 210, nullable: true, example: 'http://www.example.com' }) homepage: string | null;
  @TextField({ max: 500, nullable: true, example: '현수막, 인쇄물 제작' }) businessSummary: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리제공형' }) socialPurpose: string | null;
  @TextField({ max: 100, nullable: true, example: '문화예술' }) serviceField: string | null;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @TextField({ max: 60, example: '제2010-015호' }) certificateNumber: string;
  @DayField() certifiedOn: string;
  @TextField({ max: 30, nullable: true, example: '2010-5차' }) issueRound: string | null;
}
