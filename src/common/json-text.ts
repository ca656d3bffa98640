import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** JSON that PostgreSQL built, passed through as it is. `version` becomes the ETag of a single item. */
export class JsonText {
  constructor(
    readonly text: string,
    readonly version?: number,
  ) {}

  /** The value itself, for the few who look inside (loading, tests). */
  parsed<T>(): T {
    return JSON.parse(this.text) as T;
  }
}

/** Sends a JsonText without parsing it; sets the ETag that If-Match takes. */
@Injectable()
export class JsonTextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((value: unknown) => (value instanceof JsonText ? send(reply, value) : value)));
  }
}

function send(reply: FastifyReply, json: JsonText): string {
  reply.header('content-type', 'application/json; charset=utf-8').serializer((body: unknown) => body as string);
  if (json.version !== undefined) reply.header('etag', `"${String(json.version)}"`);
  return json.text;
}
