import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { EXAMPLE_ID } from './fields';
import { InvalidInput } from './invalid-input';

class IdPipe implements PipeTransform<unknown, string> {
  constructor(private readonly name: string) {}

  transform(value: unknown): string {
    if (isUUID(value)) return String(value).toLowerCase();
    throw InvalidInput.of(this.name, 'uuid', 'must be an id (UUID)');
  }
}

/** A path parameter that is an id; anything else is a 400 that names it. */
export function IdParam(name: string): ParameterDecorator {
  return (target, key, index) => {
    Param(name, new IdPipe(name))(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && descriptor !== undefined) {
      ApiParam({ name, schema: { type: 'string', format: 'uuid', maxLength: 36, example: EXAMPLE_ID } })(
        target,
        key,
        descriptor,
      );
    }
  };
}
