import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { PersonKind } from '@ieum/domain';

/** A file that tells something of a person: it says itself of whom, because nobody can read that off its bytes. */
export class PersonalFile extends StreamableFile {
  constructor(
    readonly subject: { readonly kind: PersonKind; readonly id: string },
    stream: Readable,
    options: { readonly type: string; readonly length: number },
  ) {
    super(stream, options);
  }
}
