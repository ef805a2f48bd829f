import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('departments')
export class Department {
  @PrimaryColumn({ type: 'uuid', name: 'institution_id' }) institutionId: string;
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', name: 'department_group' }) departmentGroup: string;
  @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
  @Column({ type: 'uuid', name: 'successor_id', nullable: true }) successorId: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
