import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PersonalMark } from '../../src/common/personal-data';
import { openApiDocument } from '../../src/openapi-document';

/** The parts of an OpenAPI document that the house specs read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly 'x-personal'?: readonly PersonalMark[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly 'x-permission'?: string;
  readonly 'x-personal'?: readonly string[];
  readonly 'x-roles'?: readonly string[];
  readonly 'x-idempotent'?: boolean;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the contract, with its body schema resolved. */
export interface ContractOperation {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly isMultipart: boolean;
  /** of what it answers when it succeeds; null: a file, or nothing */
  readonly answer: Schema | null;
  /** what its file tells of a person */
  readonly shows: readonly string[];
  readonly permission: string | undefined;
  readonly roles: readonly string[];
  readonly isIdempotent: boolean;
}

export class Contract {
  readonly operations: readonly ContractOperation[];
  readonly schemas: Readonly<Record<string, Schema>>;

  constructor(app: NestFastifyApplication) {
    const document: unknown = JSON.parse(JSON.stringify(openApiDocument(app)));
    const { paths, components } = document as {
      paths: Record<string, Record<string, OperationObject>>;
      components: { schemas: Record<string, Schema> };
    };
    this.schemas = components.schemas;
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => toOperation(path, method, operation)),
    );
  }

  resolve(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
      return this.resolve(this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
    }
    const [only] = schema.allOf ?? schema.oneOf?.filter((one) => one.type !== 'null') ?? schema.anyOf ?? [];
    return only === undefined ? schema : { ...this.resolve(only), ...withoutCombiners(schema) };
  }

  /** A value that fits the schema: the example, or one made of the parts' examples. Optional fields are left out. */
  example(schema: Schema, withOptional = false): unknown {
    const resolved = this.resolve(schema);
    if (resolved.example !== undefined) return resolved.example;
    if (resolved.properties !== undefined) {
      const names = Object.keys(resolved.properties).filter(
        (name) => withOptional || (resolved.required ?? []).includes(name),
      );
      return Object.fromEntries(
        names.map((name) => [name, this.example(resolved.properties?.[name] ?? {}, withOptional)]),
      );
    }
    if (resolved.items !== undefined) return [this.example(resolved.items, withOptional)];
    return resolved.enum?.[0] ?? null;
  }
}

const COMBINERS = new Set(['allOf', 'oneOf', 'anyOf']);

function withoutCombiners(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !COMBINERS.has(name)));
}

function toOperation(path: string, method: string, operation: OperationObject): ContractOperation {
  const content = operation.requestBody?.content ?? {};
  const [, success] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? [];
  return {
    id: operation.operationId,
    method: method.toUpperCase() as HttpMethod,
    path,
    parameters: operation.parameters ?? [],
    body: content['application/json']?.schema ?? null,
    isMultipart: 'multipart/form-data' in content,
    answer: success?.content?.['application/json']?.schema ?? null,
    shows: operation['x-personal'] ?? [],
    permission: operation['x-permission'],
    roles: operation['x-roles'] ?? [],
    isIdempotent: operation['x-idempotent'] === true,
  };
}
