import { districtsToday } from '@hubline/domain/businesses/districts.ts'
import { sicCodes, sicLabel } from '@hubline/domain/businesses/sic-codes.ts'
import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { choicesOf } from '../cases/case-words.ts'
import { DateField } from '../ui/date-field.tsx'
import type { FinderOption } from '../ui/finder-state.ts'
import { Finder } from '../ui/finder.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { useRecordForm } from '../ui/use-record-form.ts'
import type { BusinessForm } from './business-form.ts'
import { LEGAL_FORM_NAMES, TRADING_STATUS_NAMES } from './business-words.ts'

type Props = { form: ReturnType<typeof useRecordForm<typeof BusinessForm>>; today: Day }

const DISTRICTS = districtsToday().map(({ code, name }) => ({ value: code, words: name }))

/** Every fact about a business that a person may change. */
export function BusinessFields({ form, today }: Props) {
  const { register } = form
  return (
    <>
      <TextField label="Name" {...register('name')} />
      <TextField label="Trading name" optional {...register('trading_name')} />
      <SelectField label="Legal form" choices={choicesOf(LEGAL_FORM_NAMES)} {...register('legal_form')} />
      <TextField label="Company number" optional short {...register('company_number')} />
      <h3>How to reach them</h3>
      <TextField label="Phone" optional type="tel" {...register('phone')} />
      <TextField label="E-mail" optional type="email" {...register('email')} />
      <TextField label="Website" optional {...register('website')} />
      <TextField label="Address" optional {...register('address')} />
      <TextField label="Town" optional {...register('town')} />
      <TextField label="Postcode" optional short {...register('postcode')} />
      <SelectField
        label="District"
        optional
        hint="Left open, it follows from the postcode"
        none="By postcode"
        choices={DISTRICTS}
        {...register('district_code')}
      />
      <h3>What they are</h3>
      <SelectField
        label="Trading"
        optional
        none="Not known"
        choices={choicesOf(TRADING_STATUS_NAMES)}
        {...register('trading_status')}
      />
      <DayBox form={form} field="trading_since" label="Trading since" today={today} />
      <DayBox form={form} field="incorporated_on" label="Incorporated on" today={today} />
      <SectorBox form={form} />
      <TextField
        label="Employees"
        optional
        hint="Full-time equivalents, like 12.5"
        short
        inputMode="decimal"
        {...register('employees_fte')}
      />
      <TextField label="Turnover" optional hint="A year, like 250k or £1.2m" short {...register('turnover_pence')} />
      <DayBox form={form} field="measured_on" label="Employees and turnover were true on" today={today} />
      <TextField label="Charity number" optional short {...register('charity_number')} />
      <TextField label="VAT number" optional short {...register('vat_number')} />
    </>
  )
}

type DayField = 'trading_since' | 'incorporated_on' | 'measured_on'

function DayBox({ form, field, label, today }: Props & { field: DayField; label: string }) {
  const value = form.watch(field)
  return (
    <DateField
      id={field}
      label={label}
      optional
      today={today}
      value={parseIsoDay(value ?? '')}
      error={form.errorOf(field)}
      // What cannot be read stays in the form, so that the schema refuses it instead of taking it for blank.
      onChange={(day, text) => form.setValue(field, day ?? text)}
    />
  )
}

function SectorBox({ form }: Pick<Props, 'form'>) {
  const code = form.getValues('sic_code') ?? ''
  return (
    <Finder
      id="sic_code"
      label="Sector"
      optional
      hint="What they do, or the SIC code"
      startsWith={code && (sicLabel(code) ?? code)}
      search={findSectors}
      nothing="No sector has these words"
      error={form.errorOf('sic_code')}
      onChoose={(sector) => form.setValue('sic_code', sector?.id ?? '')}
    />
  )
}

const MOST_SECTORS = 12

async function findSectors(text: string): Promise<readonly FinderOption[]> {
  const words = text.toLowerCase().split(/\s+/)
  const found = sicCodes().filter(({ code, label }) =>
    words.every((word) => code.startsWith(word) || label.toLowerCase().includes(word)),
  )
  return found.slice(0, MOST_SECTORS).map(({ code, label }) => ({ id: code, name: label, detail: code }))
}
