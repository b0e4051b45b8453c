import java.util.function.IntSupplier;

int n = 1;

int get() {
    return this.n;
}

IntSupplier supplier() {
    return this::get;
}

void main() {
    n = 8;
    System.out.println(supplier().getAsInt());
}
