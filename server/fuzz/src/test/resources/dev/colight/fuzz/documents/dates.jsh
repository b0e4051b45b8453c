var cal = new GregorianCalendar(2024, Calendar.JANUARY, 31)

cal.setTimeZone(TimeZone.getTimeZone("UTC"))

cal.add(Calendar.MONTH, 1)

cal.get(Calendar.DAY_OF_MONTH)

var twin = (Calendar) cal.clone()

twin.set(Calendar.YEAR, 2000)

cal.get(Calendar.YEAR) - twin.get(Calendar.YEAR)

var fmt = new java.text.SimpleDateFormat("yyyy-MM-dd", Locale.ROOT)

fmt.setTimeZone(TimeZone.getTimeZone("UTC"))

fmt.format(new Date(86_400_000L * 365))

fmt.applyPattern("dd.MM.yy")

fmt.format(new Date(0))

fmt.parse("03.04.05").getTime()

fmt.getCalendar().get(Calendar.YEAR)

Date d = new Date(0)

d.setTime(5000)

d.getTime()

var stamp = List.of(d)

stamp.get(0).setTime(9)

d.getTime()
