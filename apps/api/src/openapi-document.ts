import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract, complete: every object closed, every operation named. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Ieum')
    .setDescription('Public purchasing from social-economy enterprises: targets, purchases, rankings.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  closeObjects(document);
  boundQueryLists(document);
  return document;
}

/** An answer or body holds the named fields and no others. */
function closeObjects(document: OpenAPIObject): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    if ('type' in schema && schema.type === 'object' && schema.additionalProperties === undefined) {
      schema.additionalProperties = false;
    }
  }
}

/** The generator drops maxItems from list parameters; their items are enumerations, so their length is the bound. */
function boundQueryLists(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  const operations = Object.values(document.paths).flatMap((path) => [
    path.get,
    path.post,
    path.put,
    path.patch,
  ]);
  for (const parameter of operations.flatMap((operation) => operation?.parameters ?? [])) {
    if (!('schema' in parameter) || parameter.schema === undefined || !('items' in parameter.schema))
      continue;
    const { items } = parameter.schema;
    if (items === undefined) continue;
    const listed = '$ref' in items ? schemas[items.$ref.split('/').at(-1) ?? ''] : items;
    parameter.schema.maxItems ??= listed !== undefined && 'enum' in listed ? listed.enum?.length : undefined;
  }
}

/** The document for programs at /api/openapi.json and for readers at /api/docs; made when first asked for. */
export function serveOpenApiDocument(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Ieum API',
  });
}
