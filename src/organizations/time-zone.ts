import { registerDecorator } from 'class-validator';

/** An IANA name as it is written: `Asia/Seoul`, not `asia/seoul` and not `+09:00`. */
export function IsTimeZone(): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name: 'isTimeZone',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: 'Not the IANA name of a time zone, such as Asia/Seoul.' },
      validator: { validate: (value) => typeof value === 'string' && ZONES.has(value) },
    });
  };
}

const ZONES = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
