/** The operations of the running API's contract, with an example of each body. */
export async function contractOf(url) {
  const document = await (await fetch(`${url}/api/openapi.json`)).json();
  const schemas = document.components.schemas;
  const resolve = (schema) => {
    if (schema.$ref !== undefined) return resolve(schemas[schema.$ref.split('/').at(-1)]);
    const only = (schema.allOf ?? schema.oneOf?.filter((one) => one.type !== 'null') ?? schema.anyOf)?.[0];
    return only === undefined ? schema : { ...resolve(only), ...schema };
  };
  const exampleOf = (schema) => {
    const found = resolve(schema);
    if (found.example !== undefined) return found.example;
    if (found.properties !== undefined) {
      return Object.fromEntries(
        Object.entries(found.properties).map(([name, part]) => [name, exampleOf(part)]),
      );
    }
    return found.items === undefined ? (found.enum?.[0] ?? null) : [exampleOf(found.items)];
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        queries: (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name),
        roles: operation['x-roles'] ?? [],
        body: schema === undefined ? null : exampleOf(schema),
      };
    }),
  );
}
