String[] arr = {"a", "b", "c"}

List<String> list = Arrays.asList(arr)

list.set(0, "q")

arr

arr[1] = "r"

list

Collections.sort(list, Comparator.reverseOrder());

arr[0] + arr[2]

String[] other = list.toArray(new String[0])

other[0] = "zz"

list.get(0)
