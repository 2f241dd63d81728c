/** The name of a district, or its code where it is not known. */
export function districtName(code: string): string {
  return code
}
