import java.util.*;
public class Dense{
static int[]memo=new int[40];
static int f(int n){if(n<2)return n;if(memo[n]!=0)return memo[n];return memo[n]=f(n-1)+f(n-2);}
public static void main(String[]a){
int s=0;
for(int i=0;i<10;i++)s+=f(i);
System.out.println(s);
System.out.println(Arrays.stream(memo).filter(x->x>0).count());
}
static class Unused{}
}
