%maven org.knowm.xchart:xchart:3.5.2

# Not a comment

Some *Markdown* that isn't code (see [here](http://example.com)
- one
- two

int a = 1

int b = a +

class Broken {
    void f( {
    }

    int x = "unclosed;
}

int c = 2

foo(1));

String t = "

/* a comment that is fine */ int d = 3;

}

int e = 4;
void g() {
    if (a > 1) {
        return;
}

int h = 5
