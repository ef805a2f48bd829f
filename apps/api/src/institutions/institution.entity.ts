import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('institutions')
export class Institution {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text', name: 'administrative_code', nullable: true }) administrativeCode: string | null;
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId: string | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}
