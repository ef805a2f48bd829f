import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('institutions')
export class Institution {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text', name: 'administrative_code', nullable: true }) administrativeCode: string | null;
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId: string | null;
  /** the district in which it lies; null: a district itself, or one of the whole city */
  @Column({ type: 'uuid', name: 'district_id', nullable: true }) districtId: string | null;
  @Column({ type: 'uuid', name: 'registered_by', nullable: true }) registeredBy: string | null;
  @Column({ type: 'date', name: 'registered_on', nullable: true }) registeredOn: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
