import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { ApiDocument, type Operation, type Schema } from './document.js';
import type { Draft } from './draft.js';
import type { Sent } from './wire.js';

/** Holds what was sent against the document: whatever it forbids may not be answered with success. */
export class Requests {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: ApiDocument) {
    (addFormatsModule as unknown as (ajv: Ajv2020) => void)(this.ajv);
  }

  /** Why the document forbids the body; undefined where it does not, or where there is none in JSON. */
  forbids({ operation, raw, rawPath }: Draft, { body }: Sent): string | undefined {
    if (operation.body?.type !== 'application/json' || raw !== undefined || rawPath !== undefined) return undefined;
    // Garbage may have taken another method: that is another request.
    if (this.document.get(operation.operationId).method !== operation.method || typeof body !== 'string')
      return undefined;
    const validate = this.compiled.get(operation.operationId) ?? this.ajv.compile(this.closed(operation));
    this.compiled.set(operation.operationId, validate);
    return validate(JSON.parse(body)) ? undefined : this.ajv.errorsText(validate.errors ?? []);
  }

  /** The schema of the body with everything that it refers to, and no room for fields without a name. */
  private closed(operation: Operation): Schema {
    return this.whole(operation.body?.schema ?? {});
  }

  private whole(given: Schema): Schema {
    const { schema } = this.document.resolve(given);
    const { properties, items, anyOf, oneOf } = schema;
    return {
      ...schema,
      ...(anyOf && { anyOf: anyOf.map((each) => this.whole(each)) }),
      ...(oneOf && { oneOf: oneOf.map((each) => this.whole(each)) }),
      ...(items && { items: this.whole(items) }),
      ...(properties && {
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, this.whole(inner)])),
      }),
    };
  }
}
